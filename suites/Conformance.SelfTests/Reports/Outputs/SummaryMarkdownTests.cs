using Conformance.Record.Verdicts;
using Conformance.Reports.Summary;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Outputs;

/// <summary>The summary of a run, as people read it.</summary>
public sealed class SummaryMarkdownTests
{
    [Test]
    public void Writes_the_approved_text() => SummaryMarkdown.Write(SampleRun.Record).ShouldBeApproved("Reports/Outputs", "summary.approved.md");

    [Test]
    public void Writes_the_same_bytes_for_the_same_record() =>
        SummaryMarkdown.Write(SampleRun.Record).Should().Be(SummaryMarkdown.Write(SampleRun.Record));

    [Test]
    public void Says_that_a_run_was_killed() =>
        SummaryMarkdown.Write(SampleRun.Record with { EndedAt = null }).Should()
            .Contain("The run did not come to its end.").And.Contain("| Ended | never: the run was killed |");

    [Test]
    public void Has_no_section_without_content() =>
        SummaryMarkdown.Write(Fold(Finished("MTX-LOGOUT-02", Verdict.Pass))).Should().NotContainAny("Failed", "Warnings", "Observations", "left open", "Slowest");

    [Test]
    public void Names_the_ten_slowest_scenarios_the_slowest_first()
    {
        var scenarios = Enumerable.Range(1, 12).Select(number => Finished("MTX-LOGOUT-02", Verdict.Pass, $"Takes_{number}") with { Milliseconds = number });

        var summary = SummaryMarkdown.Write(Fold(scenarios));

        var slowest = summary.Split('\n').SkipWhile(line => line != "## Slowest scenarios").Where(line => line.StartsWith("| Takes", StringComparison.Ordinal));
        slowest.Should().Equal(
            Enumerable.Range(3, 10).Reverse().Select(number => $"| Takes\\_{number} | MTX-LOGOUT-02 | {number} | 0 | 0 |"));
    }

    [Test]
    public void Takes_the_mean_of_requests_over_the_scenarios_that_sent_any()
    {
        var record = Fold(
            Finished("MTX-LOGOUT-02", Verdict.Pass, "Sends_two") with { Exchanges = [Exchange(1, "GET /devices", 200), Exchange(2, "GET /devices", 200)] },
            Finished("MTX-LOGOUT-03", Verdict.Pass, "Sends_one") with { Exchanges = [Exchange(3, "GET /devices", 200)] },
            Finished("MTX-LOGOUT-04", Verdict.Disabled, "Sends_none"));

        SummaryMarkdown.Write(record).Should().Contain("| Requests per scenario | 1.5 (");
        SummaryMarkdown.Write(Fold()).Should().Contain("| Requests per scenario | 0.0 (");
    }
}
