using Conformance.Fixtures.Dialects;

namespace Conformance.Suites.Wiring;

/// <summary>
/// Stand for the targets of a run that has nothing to test, so that whichever scenario a filter selects, one tells why. Without them none
/// matches a filter by name, and the platform tells that alone.
/// </summary>
internal static class StandIns
{
    /// <summary>One for each contract.</summary>
    /// <param name="problem">Why there is nothing to test.</param>
    public static IReadOnlyList<ITargetFixture> For(string problem) =>
        [.. KnownDialects.All.Select(dialect => dialect.CreateFixture(Slot(dialect, problem)))];

    private static TargetSlot Slot(TargetDialect dialect, string problem) =>
        new(SettingsCheck.TargetsVariable, dialect, () => throw new InvalidOperationException(problem)) { Problem = problem };
}
