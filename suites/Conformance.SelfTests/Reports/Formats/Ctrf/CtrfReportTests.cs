using Conformance.Record.Verdicts;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Formats.Ctrf;

/// <summary>ctrf.json, the Common Test Report Format.</summary>
public sealed class CtrfReportTests
{
    private static readonly string[] Statuses = ["passed", "failed", "skipped", "pending", "other"];

    [TestCase(Verdict.Pass, "passed")]
    [TestCase(Verdict.Observed, "passed")]
    [TestCase(Verdict.Warning, "other")]
    [TestCase(Verdict.NotApplicable, "skipped")]
    [TestCase(Verdict.Disabled, "skipped")]
    [TestCase(Verdict.Inconclusive, "failed")]
    [TestCase(Verdict.Error, "failed")]
    [TestCase(Verdict.Fail, "failed")]
    public void Has_a_status_for_every_verdict(Verdict verdict, string status)
    {
        var results = Written.Json("ctrf", Fold(Finished("MTX-LOGOUT-02", verdict)))["results"]!;

        ((string)results["tests"].Each().Single(test => (string)test["name"]! != "met_the_profile")["status"]!).Should().Be(status);
        ((int)results["summary"]![status]!).Should().Be(status == "failed" ? 2 : 1, "the profile is not met either");
    }

    [Test]
    public void Counts_every_test_once()
    {
        var results = Written.Json("ctrf", SampleRun.Record, SampleRun.Record)["results"]!;
        var summary = results["summary"]!;

        int[] counts = [.. Statuses.Select(status => (int)summary[status]!)];
        counts.Sum().Should().Be((int)summary["tests"]!).And.Be(results["tests"]!.AsArray().Count);
        counts.Should().Equal(8, 12, 6, 0, 2);
        ((int)summary["duration"]!).Should().Be(2500);
    }

    [Test]
    public void Has_the_id_of_a_test_in_every_run_and_the_id_of_its_execution_once()
    {
        var tests = Written.Json("ctrf", SampleRun.Record, SampleRun.Record)["results"]!["tests"].Each().ToList();

        tests.Select(test => (string)test["executionId"]!).Should().OnlyHaveUniqueItems();
        tests.Select(test => (string)test["testId"]!).Distinct().Should().HaveCount(tests.Count / 2);
    }
}
