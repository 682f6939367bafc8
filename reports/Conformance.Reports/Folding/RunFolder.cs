using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Folding;

/// <summary>Makes the record of a run from its journal; a pure function, also for the journal of a killed run.</summary>
public static class RunFolder
{
    /// <summary>Folds a journal.</summary>
    /// <param name="journal">All entries of one run, from its <see cref="RunStarted"/> on.</param>
    /// <param name="catalogue">The requirements of the run's dialect; gives their order and their words.</param>
    /// <exception cref="UnreadableRecordException">
    /// The journal does not begin with <see cref="RunStarted"/>, it names a requirement that the catalogue does not have, or
    /// holds what no record may hold.
    /// </exception>
    public static RunRecord Fold(IReadOnlyList<JournalEntry> journal, Catalogue catalogue)
    {
        if (journal is not [RunStarted started, ..])
            throw new UnreadableRecordException("the journal does not begin with a runStarted entry");

        JournalBounds.Refuse(journal);
        var scenarios = PlannedScenarios.WithVerdicts(journal);
        var requirements = RequirementFolding.Fold(scenarios, catalogue, started);
        return new RunRecord
        {
            Target = started.Target,
            SuiteVersion = started.SuiteVersion,
            SuiteDigest = started.SuiteDigest,
            PlanDigest = started.PlanDigest,
            RunId = started.RunId,
            Shard = started.Shard,
            Seed = started.Seed,
            LeftOut = started.LeftOut,
            StartedAt = started.StartedAt,
            EndedAt = journal.OfType<RunEnded>().LastOrDefault()?.EndedAt,
            Totals = RunTotals.Of(journal, scenarios.Count, requirements),
            Preflight = journal.OfType<PreflightFinished>().LastOrDefault(),
            Closing = journal.OfType<ClosingFinished>().LastOrDefault(),
            SecretsReplaced = journal.OfType<SecretsReplaced>().LastOrDefault()?.Sentences,
            Requirements = requirements,
            Scenarios = scenarios,
        };
    }
}
