using Conformance.Record.Journal;
using Conformance.Record.Verdicts;

namespace Conformance.Reports.Folding;

/// <summary>Holds the plan of a run against what it finished.</summary>
public static class PlannedScenarios
{
    /// <summary>The reason of a scenario that was planned and never finished.</summary>
    public const string NoVerdictReason = "planned, but no verdict was written: the run ended before it, or its fixture failed";

    /// <summary>Scenarios of the plan that have no verdict, in the order of their names.</summary>
    public static IReadOnlyList<ScenarioPlanned> WithoutVerdict(IReadOnlyList<JournalEntry> journal)
    {
        var finished = journal.OfType<ScenarioFinished>().Select(scenario => scenario.Scenario).ToHashSet(StringComparer.Ordinal);
        return [.. journal.OfType<ScenarioPlanned>()
            .Where(planned => !finished.Contains(planned.Scenario))
            .DistinctBy(planned => planned.Scenario)
            .OrderBy(planned => planned.Scenario, StringComparer.Ordinal)];
    }

    /// <summary>Every scenario of the run in the order of its name; one without a verdict is an error.</summary>
    internal static IReadOnlyList<ScenarioFinished> WithVerdicts(IReadOnlyList<JournalEntry> journal) =>
        [.. journal.OfType<ScenarioFinished>()
            .Concat(WithoutVerdict(journal).Select(AsError))
            .OrderBy(scenario => scenario.Scenario, StringComparer.Ordinal)];

    private static ScenarioFinished AsError(ScenarioPlanned planned) =>
        new(planned.Scenario, planned.Requirement, Verdict.Error) { Reason = NoVerdictReason };
}
