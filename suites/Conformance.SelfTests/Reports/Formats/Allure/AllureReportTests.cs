using System.Text.Json.Nodes;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Formats.Allure;

/// <summary>allure-results, as Allure reads them.</summary>
public sealed class AllureReportTests
{
    [TestCase(Verdict.Pass, "passed")]
    [TestCase(Verdict.Observed, "passed")]
    [TestCase(Verdict.Warning, "skipped")]
    [TestCase(Verdict.NotApplicable, "skipped")]
    [TestCase(Verdict.Disabled, "skipped")]
    [TestCase(Verdict.Inconclusive, "broken")]
    [TestCase(Verdict.Error, "broken")]
    [TestCase(Verdict.Fail, "failed")]
    public void Has_a_status_for_every_verdict(Verdict verdict, string status) =>
        ((string)Written.AllureResults(Fold(Finished("MTX-LOGOUT-02", verdict)))
            .Single(result => (string)result["name"]! != "met the profile")["status"]!).Should().Be(status);

    [Test]
    public void Tells_judgements_as_steps_with_their_expectations_and_exchange()
    {
        var steps = Of("Kills the token(\"staging\")")["steps"]!;

        steps.Each().Select(step => (string)step["status"]!).Should().Equal("passed", "failed");
        steps[1]!["steps"]
            .Each()
            .Select(step => $"{step["name"]}: {step["status"]}")
            .Should()
            .Equal("status: 401: failed", "text at /errcode: M_UNKNOWN_TOKEN: passed");
        ((string)steps[1]!["attachments"]![0]!["name"]!).Should().Be("2: GET /account/whoami, answered 200");
    }

    [Test]
    public void Attaches_every_file_once_because_Allure_misses_it_the_second_time()
    {
        var files = Written.Files("allure", SampleRun.Record, SampleRun.Record);
        var there = files
            .Select(file => file.Path["allure-results/".Length..])
            .Where(name => name.EndsWith("-attachment.txt", StringComparison.Ordinal));

        var sources = Written.AllureResults(SampleRun.Record, SampleRun.Record).SelectMany(Sources);

        // What two results show is there twice: exchanges 1, 3 and 4 also show what was found in passing.
        sources.Should().BeEquivalentTo(there).And.HaveCount(2 * (SampleRun.Record.Totals.Requests + 3));
    }

    [Test]
    public void Labels_by_contract_endpoint_and_requirement()
    {
        var labels = Of("Refuses other methods")["labels"]
            .Each()
            .ToLookup(label => (string)label["name"]!, label => (string)label["value"]!);

        labels["epic"].Should().Equal("matrix");
        labels["feature"].Should().Equal("POST /logout");
        labels["story"].Single().Should().StartWith("MTX-LOGOUT-13: ");
        labels["severity"].Should().Equal("minor");
        labels["tag"].Should().Equal("warning");
    }

    [Test]
    public void Takes_for_grave_what_the_target_file_reads_strictly()
    {
        var ambiguous = KnownContracts.Matrix.Catalogue.Requirements.First(
            requirement => requirement is { Severity: Severity.Warn, Ambiguity: not null });
        var record = Fold(Finished(ambiguous.Id, Verdict.Fail));

        Gravity(record).Should().Be("minor");
        Gravity(record with { Target = record.Target with { StrictAmbiguities = [ambiguous.Ambiguity!] } }).Should().Be("critical");
    }

    [Test]
    public void Links_a_waived_violation_to_its_issue()
    {
        var waived = Of("Spares other users");

        ((string)waived["status"]!).Should().Be("skipped");
        ((string)waived["links"]![0]!["url"]!).Should().Be("https://issues.example/17");
    }

    [Test]
    public void Keeps_the_ids_of_history_from_run_to_run_and_no_other()
    {
        var first = Written.AllureResults(SampleRun.Record);
        var second = Written.AllureResults(SampleRun.Record with { Seed = 43 });

        second
            .Select(result => (string)result["historyId"]!)
            .Should()
            .Equal(first.Select(result => (string)result["historyId"]!)).And.OnlyHaveUniqueItems();
        second.Select(result => (string)result["uuid"]!).Should().NotIntersectWith(first.Select(result => (string)result["uuid"]!));
    }

    private static string Gravity(RunRecord record) =>
        (string)Written.AllureResults(record).Single(result => (string)result["name"]! == "Scenario")["labels"]
            .Each()
            .Single(label => (string)label["name"]! == "severity")["value"]!;

    private static JsonNode Of(string name) => Written.AllureResults(SampleRun.Record).Single(result => (string)result["name"]! == name);

    private static IEnumerable<string> Sources(JsonNode item) =>
        item["attachments"].Each().Select(attachment => (string)attachment["source"]!)
            .Concat((item["steps"]?.Each() ?? []).Where(step => step["attachments"] is not null).SelectMany(Sources));
}
