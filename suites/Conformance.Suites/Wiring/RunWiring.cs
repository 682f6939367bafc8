using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets.Reading;

namespace Conformance.Suites.Wiring;

/// <summary>Makes the run from the runsettings and the environment. Faults are told once, all together.</summary>
internal static class RunWiring
{
    public static ConformanceRun FromSettings()
    {
        Func<string, string?> environment = Environment.GetEnvironmentVariable;
        var root = RepositoryRoot.Folder;
        var targets = environment("CONFORMANCE_TARGETS") is { Length: > 0 } chosen
            ? chosen
            : TestContext.Parameters.Get("targets", EmbeddedServers.Keyword);
        var seed = Seed(environment("CONFORMANCE_SEED"));
        var output = environment("CONFORMANCE_OUTPUT") is { Length: > 0 } folder ? folder : Path.Combine(root, "reports", "out");
        var (slots, problem) = targets == EmbeddedServers.Keyword ? (EmbeddedServers.Slots(), null) : Slots(targets, root, environment);
        return seed is null
            ? new ConformanceRun([], output, 0, SuiteVersion, TimeProvider.System)
            {
                Problem = $"CONFORMANCE_SEED: give a whole number from 0 to {int.MaxValue}.",
            }
            : new ConformanceRun(slots, output, seed.Value, SuiteVersion, TimeProvider.System)
            {
                Problem = problem,
                SuiteDigest = SuiteDigest.Take(),
                // NUnit redirects the console after this, so that it has to be looked up each time.
                Watcher = lines => Console.Error.WriteLine(lines),
            };
    }

    public static string SuiteVersion { get; } =
        typeof(RunWiring).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>One slot a target; none, and the reason, if anything is wrong with the configuration.</summary>
    public static (IReadOnlyList<TargetSlot> Slots, string? Problem) Slots(
        string list, string repositoryRoot, Func<string, string?> environment)
    {
        // The test host runs in its own folder; the caller's is in PWD.
        var callerFolder = environment("PWD") ?? Environment.CurrentDirectory;
        var configuration = TargetList.Load(list, callerFolder, repositoryRoot, environment, KnownDialects.Defaults);
        if (configuration.Faults.Count == 0)
        {
            return (
                [.. configuration.Targets.Select(
                    target => new TargetSlot(target.Name, KnownDialects.Of(target.Contract), () => Task.FromResult(target)))], null);
        }

        var problem = $"The configuration cannot be used:\n{string.Join('\n', configuration.Faults.Select(fault => $"  {fault}"))}";
        return ([], problem);
    }

    // Null: given, and no seed.
    private static int? Seed(string? given) =>
        string.IsNullOrEmpty(given) ? RandomNumberGenerator.GetInt32(int.MaxValue)
        : int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed
        : null;
}
