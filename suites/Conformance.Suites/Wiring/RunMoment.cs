using System.Diagnostics;
using Conformance.Fixtures.Targets;
using Conformance.Reports.Records;

namespace Conformance.Suites.Wiring;

/// <summary>
/// The earliest moment of a run. NUnit asks for the fixtures before it knows whether any test matches, and it asks in the same way when
/// somebody only lists the tests, as IDEs do: who asks tells the two apart.
/// </summary>
internal static class RunMoment
{
    private const string Executor = "NUnit3TestExecutor";

    /// <summary>Whether tests are about to be run, and not only listed.</summary>
    public static bool IsRun() => new StackTrace().GetFrames().Any(frame => frame.GetMethod()?.DeclaringType?.Name == Executor);

    /// <summary>
    /// Takes the folders of a run before its first test, so that it leaves nothing of an earlier one, even if none matches.
    /// </summary>
    /// <param name="run">The run.</param>
    /// <param name="configuration">Its target files; null where it has none.</param>
    public static void Claim(ConformanceRun run, RunConfiguration? configuration)
    {
        if (run.OutputFolder is not { } output)
            return;

        OutputFolders.Claim(run);
        if (run.Problem is null)
            return;

        foreach (var name in configuration?.Names.OfType<string>().Distinct(StringComparer.Ordinal) ?? [])
            Replace(output, name, run.Caller);
        // Whose records it should have replaced, nobody knows.
        if (configuration is null || configuration.Names.Contains(null))
            UnusableRun.Remember(output, TimeProvider.System.GetUtcNow());
    }

    private static void Replace(string output, string name, CallerWords caller)
    {
        try
        {
            OutputFolders.Claim(output, name, caller).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            UnusableRun.Remember(output, TimeProvider.System.GetUtcNow());
        }
    }
}
