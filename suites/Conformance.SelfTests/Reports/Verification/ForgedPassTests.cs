using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Verification;
using Conformance.SelfTests.Schemas.Ledger;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Verification;

/// <summary>A pass is none where a session of the scenario died, and nobody knows why.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ForgedPassTests
{
    private const string NotTriedAlone = "though nothing had ended it, and it was not tried alone";

    private static Story Died => MatrixStory.Begin().LogsIn(MatrixStory.Alice, "A", 1).Accepts(1).Refuses(1);

    [Test]
    public async Task A_record_without_what_the_ledger_needs_is_found()
    {
        var record = await RecordedRun.Record();

        Problems(record with { SuiteVersion = ThisSuite.Version, Target = record.Target with { RevocationMilliseconds = null } })
            .Should()
            .Contain(problem => problem.Contains("sessions cannot be judged again", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_record_of_another_version_may_lack_what_the_ledger_needs()
    {
        var record = await RecordedRun.Record();

        Problems(record with { SuiteVersion = "0.0.1", Target = record.Target with { RevocationMilliseconds = null } })
            .Should()
            .NotContain(problem => problem.Contains("sessions cannot be judged again", StringComparison.Ordinal));
    }

    [TestCase(Verdict.Pass, true)]
    [TestCase(Verdict.Observed, true)]
    [TestCase(Verdict.Fail, false)]
    public async Task A_pass_with_a_session_that_died_and_was_not_tried_alone_is_found(Verdict verdict, bool isFound)
    {
        var problems = await ProblemsOf(Died, scenario => scenario with { Verdict = verdict });

        problems.Any(problem => problem.EndsWith(NotTriedAlone, StringComparison.Ordinal)).Should().Be(isFound);
    }

    [TestCase(Verdict.Pass, true)]
    [TestCase(Verdict.Observed, true)]
    [TestCase(Verdict.Fail, false)]
    public async Task A_pass_with_a_session_that_died_alone_is_found(Verdict verdict, bool isFound)
    {
        var problems = await ProblemsOf(Died, scenario => scenario with { Verdict = verdict, AloneFrom = 1 });

        problems.Any(problem => problem.EndsWith("though nothing had ended it", StringComparison.Ordinal)).Should().Be(isFound);
        problems.Should().NotContain(problem => problem.EndsWith(NotTriedAlone, StringComparison.Ordinal));
    }

    [Test]
    public async Task A_pass_that_is_known_to_have_been_disturbed_holds() =>
        (await ProblemsOf(Died, scenario => scenario with { Observations = [new Observation(Observation.DisturbedBy, "POST /logout")] }))
            .Should().NotContain(problem => problem.EndsWith(NotTriedAlone, StringComparison.Ordinal));

    [Test]
    public async Task A_pass_with_a_session_that_was_handed_out_dead_holds() =>
        (await ProblemsOf(MatrixStory.Begin().LogsIn(MatrixStory.Alice, "A", 1).Refuses(1), scenario => scenario))
            .Should().NotContain(problem => problem.EndsWith(NotTriedAlone, StringComparison.Ordinal));

    private static IEnumerable<string> Problems(RunRecord record) => Recomputation.Of(record).Contradictions.Select(each => each.Problem);

    // A scenario that passed, with other exchanges and other circumstances.
    private static async Task<IReadOnlyList<string>> ProblemsOf(Story story, Func<ScenarioFinished, ScenarioFinished> change)
    {
        var record = await RecordedRun.Record();
        var passed = record.Scenarios.First(scenario => scenario.Verdict == Verdict.Pass) with
        {
            AloneFrom = null,
            Exchanges = [.. story.Views.Select(view => view.Exchange)],
        };
        return [.. Problems(record with { Scenarios = [change(passed)] })];
    }
}
