using System.Text;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Summary;
using Conformance.Reports.Gating;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Formats.Summary;

/// <summary>The summary of a run, as people read it.</summary>
public sealed class SummaryMarkdownTests
{
    [Test, Category(GeneratedFiles.TextsCategory)]
    public void Writes_the_approved_text() => Write(SampleRun.Record).ShouldBeApproved("summary.approved.md");

    [Test]
    public void Writes_the_same_bytes_for_the_same_record() =>
        Write(SampleRun.Record).Should().Be(Write(SampleRun.Record));

    [Test]
    public void Says_that_a_run_was_killed() =>
        Write(SampleRun.Record with { EndedAt = null }).Should()
            .Contain("The run did not come to its end.").And.Contain("| Ended | never: the run was killed |");

    [Test]
    public void Has_no_section_without_content() =>
        Write(Fold(Finished("MTX-LOGOUT-02", Verdict.Pass)))
            .Should()
            .NotContainAny("Failed", "Warnings", "Observations", "left open", "Slowest");

    [Test]
    public void Names_the_ten_slowest_scenarios_the_slowest_first()
    {
        var scenarios = Enumerable.Range(1, 12)
            .Select(number => Finished("MTX-LOGOUT-02", Verdict.Pass, $"Takes_{number}") with { Milliseconds = number });

        var summary = Write(Fold(scenarios));

        var slowest = summary
            .Split('\n')
            .SkipWhile(line => line != "## Slowest scenarios")
            .Where(line => line.StartsWith("| Takes", StringComparison.Ordinal));
        slowest.Should().Equal(
            Enumerable.Range(3, 10).Reverse().Select(number => $"| Takes\\_{number} | MTX-LOGOUT-02 | {number} | 0 | 0 |"));
    }

    [Test]
    public void Takes_the_mean_of_requests_over_the_scenarios_that_sent_any()
    {
        var record = Fold(
            Finished("MTX-LOGOUT-02", Verdict.Pass, "Sends_two") with
            {
                Exchanges = [Exchange(1, "GET /devices", 200), Exchange(2, "GET /devices", 200)],
            },
            Finished("MTX-LOGOUT-03", Verdict.Pass, "Sends_one") with { Exchanges = [Exchange(3, "GET /devices", 200)] },
            Finished("MTX-LOGOUT-04", Verdict.Disabled, "Sends_none"));

        Write(record).Should().Contain("| Requests per scenario | 1.5 (");
        Write(Fold()).Should().Contain("| Requests per scenario | 0.0 (");
    }

    [Test]
    public void Begins_with_the_judgement_of_the_profile_and_folds_the_rest()
    {
        var summary = Write(SampleRun.Record);

        var shown = summary[..summary.IndexOf("<details>", StringComparison.Ordinal)];
        shown.Should().Contain("**not conformant to matrix-session version 3: staging: ")
            .And.Contain("## Not met").And.Contain("| MTX-LOGOUT-02 | fail |").And.Contain("| MTX-LOGOUT-06 | applied | 2025-06-30 |");
        summary.Should().EndWith("</details>\n");
    }

    [Test]
    public void Says_what_is_wrong_with_a_waiver()
    {
        var record = Fold([Waiver("MTX-LOGOUT-02")], [Finished("MTX-LOGOUT-02", Verdict.Pass)]);

        Write(record).Should().Contain("| MTX-LOGOUT-02 | has nothing to excuse, because the requirement is not violated: remove it |");
    }

    [Test]
    public void Stays_below_a_mebibyte_and_says_how_much_it_left_out()
    {
        var scenarios = Enumerable.Range(1, 3000)
            .Select(number => Finished("MTX-LOGOUT-02", Verdict.Fail, $"Fails_{number}") with { Findings = [Loud(number)] });

        var summary = Write(Fold(scenarios));

        Encoding.UTF8.GetByteCount(summary).Should().BeInRange(900_000, 1 << 20);
        summary.Should().MatchRegex(@"\n\*\*[0-9]{3,} more lines do not fit here; `run\.json` has everything\.\*\*\n\n</details>\n\z");
    }

    private static Finding Loud(int number) => new("MTX-LOGOUT-02", Verdict.Fail, new Mismatch("body", new string('é', 300), $"{number}"));

    private static string Write(RunRecord record) => SummaryMarkdown.Write([JudgedRun.Of(record)]);
}
