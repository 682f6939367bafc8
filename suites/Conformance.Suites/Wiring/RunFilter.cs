namespace Conformance.Suites.Wiring;

/// <summary>Whether the call of a run selects tests.</summary>
/// <remarks>
/// The test platform tells its host nothing of that. On Linux the command line of the process that has started the host has it; elsewhere
/// nobody knows, and it may.
/// </remarks>
internal static class RunFilter
{
    private static readonly string[] Options = ["testcasefilter:", "nunit.where"];

    public static bool MaySelect => Ancestors.CommandLines() is var calls
        && (calls.Count == 0 || calls.Any(call => Options.Any(option => call.Contains(option, StringComparison.OrdinalIgnoreCase))));
}
