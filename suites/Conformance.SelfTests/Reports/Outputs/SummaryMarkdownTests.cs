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
        SummaryMarkdown.Write(Fold(Finished("MTX-LOGOUT-02", Verdict.Pass))).Should().NotContainAny("Failed", "Warnings", "Observations", "left open");
}
