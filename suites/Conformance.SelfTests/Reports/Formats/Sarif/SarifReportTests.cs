using System.Text.Json.Nodes;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Formats.Sarif;

/// <summary>conformance.sarif: requirements as rules, findings as results.</summary>
public sealed class SarifReportTests
{
    private static JsonNode Run => Written.Json("sarif", SampleRun.Record)["runs"]![0]!;

    [Test, Category(GeneratedFiles.TextsCategory)]
    public void Writes_the_approved_text() => Written.Text("sarif", SampleRun.Record).ShouldBeApproved("conformance.approved.sarif");

    [Test]
    public void Has_a_run_for_each_target() =>
        Written.Json("sarif", SampleRun.Record, SampleRun.Record)["runs"].Each().Should().HaveCount(2);

    [Test]
    public void Points_every_result_to_its_rule()
    {
        var rules = Run["tool"]!["driver"]!["rules"].Each().Select(rule => (string)rule["id"]!).ToList();

        rules.Should().Equal(SampleRun.Record.Requirements.Select(requirement => requirement.Id));
        Run["results"].Each().Should().OnlyContain(result => rules[(int)result["ruleIndex"]!] == (string)result["ruleId"]!);
        Run["results"].Each().Select(result => (string)result["ruleId"]!).Distinct().Should().Equal(rules);
    }

    [TestCase("MTX-LOGOUT-03", "pass", "none")]
    [TestCase("MTX-LOGOUT-02", "fail", "error")]
    [TestCase("MTX-LOGOUT-13", "fail", "warning")]
    [TestCase("MTX-LOGOUT-06", "fail", "error")]
    [TestCase("MTX-LOGOUT-07", "open", "none")]
    [TestCase("MTX-LOGOUT-05", "open", "none")]
    [TestCase("MTX-LOGOUT-10", "notApplicable", "none")]
    [TestCase("MTX-LOGOUT-11", "notApplicable", "none")]
    [TestCase("MTX-LOGOUT-12", "informational", "none")]
    public void Has_a_kind_for_every_verdict(string requirement, string kind, string level)
    {
        var result = Of(requirement);

        ((string)result["kind"]!, (string)result["level"]!).Should().Be((kind, level));
    }

    [Test]
    public void Suppresses_what_is_waived_and_nothing_else()
    {
        var suppressed = Run["results"].Each().Where(result => result["suppressions"] is not null).ToList();

        suppressed.Select(result => (string)result["ruleId"]!).Should().Equal("MTX-LOGOUT-06");
        ((string)suppressed[0]["suppressions"]![0]!["status"]!).Should().Be("accepted");
    }

    [Test]
    public void Does_not_suppress_by_a_waiver_that_is_past()
    {
        var waiver = Waiver("MTX-LOGOUT-02") with { Expires = DateOnly.FromDateTime(Noon.UtcDateTime).AddDays(-1) };
        var record = Fold([waiver], [Finished("MTX-LOGOUT-02", Verdict.Fail) with { Findings = [Finding("MTX-LOGOUT-02", Verdict.Fail)] }]);

        var result = Written.Json("sarif", record)["runs"]![0]!["results"]![0]!;

        ((string)result["suppressions"]![0]!["status"]!).Should().Be("rejected");
    }

    [Test]
    public void Shows_the_exchange_and_the_fingerprint_of_a_violation()
    {
        var result = Of("MTX-LOGOUT-02");

        ((string)result["partialFingerprints"]!["requirementViolation/v2"]!)
            .Should()
            .Be(SampleRun.Record.Requirements.Single(r => r.Id == "MTX-LOGOUT-02").Fingerprint);
        ((int)result["webResponse"]!["statusCode"]!).Should().Be(200);
        ((string)result["webRequest"]!["headers"]!["Authorization"]!).Should().Be("Bearer <access-token#1>");
        ((bool)Of("MTX-LOGOUT-13")["webResponse"]!["noResponseReceived"]!).Should().BeTrue();
    }

    [Test]
    public void Weighs_a_rule_as_the_target_file_reads_it()
    {
        var ambiguous = KnownContracts.Matrix.Catalogue.Requirements.First(
            requirement => requirement is { Severity: Severity.Warn, Ambiguity: not null });
        var record = Fold(Finished(ambiguous.Id, Verdict.Pass));

        Level(record).Should().Be("warning");
        Level(record with { Target = record.Target with { StrictAmbiguities = [ambiguous.Ambiguity!] } }).Should().Be("error");
    }

    [Test]
    public void Takes_a_profile_that_is_not_met_for_an_error_but_for_no_failure_of_the_tool()
    {
        var invocation = Written.Json("sarif", Fold(Finished("MTX-LOGOUT-02", Verdict.Pass)))["runs"]![0]!["invocations"]![0]!;

        ((bool)invocation["executionSuccessful"]!).Should().BeTrue();
        var notification = invocation["toolExecutionNotifications"].Each().Single();
        ((string)notification["level"]!).Should().Be("error");
        ((string)notification["message"]!["text"]!)
            .Should()
            .Contain("not conformant to matrix-session version 3: staging").And.Contain("not met: MTX-LOGOUT-03, which was not judged");
    }

    [Test]
    public void Points_into_the_target_file()
    {
        var record = Fold(Finished("MTX-LOGOUT-02", Verdict.Pass), Finished("MTX-LOGOUT-03", Verdict.Pass, "Other"));
        var places = new Dictionary<string, int> { ["name"] = 3, ["MTX-LOGOUT-03"] = 17 };

        PointsTo(record with { Target = record.Target with { File = "targets/my server.json", Places = places } })
            .Should().Equal("targets/my%20server.json:3", "targets/my%20server.json:17");
        PointsTo(record).Should().Equal("run.json:1", "run.json:1");
    }

    private static IEnumerable<string> PointsTo(RunRecord record) =>
        Written.Json("sarif", record)["runs"]![0]!["results"].Each()
            .Select(result => result["locations"]![0]!["physicalLocation"]!)
            .Select(place => $"{place["artifactLocation"]!["uri"]}:{place["region"]!["startLine"]}");

    private static string Level(RunRecord record) =>
        (string)Written.Json("sarif", record)["runs"]![0]!["tool"]!["driver"]!["rules"].Each().Single()["defaultConfiguration"]!["level"]!;

    private static JsonNode Of(string requirement) => Run["results"].Each().First(result => (string)result["ruleId"]! == requirement);
}
