using Conformance.Fixtures.Cleaning;
using Conformance.Record.Runs;
using Conformance.Record.Text;

namespace Conformance.Suites.Wiring;

/// <summary>
/// What is wrong with the settings of a run themselves. Whoever mistypes one, or sets it to nothing, would else take a run of something
/// else for the one that was meant.
/// </summary>
internal static class SettingsCheck
{
    /// <summary>Target files, or <see cref="EmbeddedServers.Keyword"/>.</summary>
    public const string TargetsVariable = "CONFORMANCE_TARGETS";

    /// <summary>The seed of the test data.</summary>
    public const string SeedVariable = "CONFORMANCE_SEED";

    /// <summary>Where reports are written.</summary>
    public const string OutputVariable = "CONFORMANCE_OUTPUT";

    /// <summary>The name of the run, by which a gate can ask for its record.</summary>
    public const string RunIdVariable = "CONFORMANCE_RUN_ID";

    /// <summary>1: what a run would do is told, and nothing is sent.</summary>
    public const string DryRunVariable = "CONFORMANCE_DRY_RUN";

    /// <summary>The run parameter that the environment overrides.</summary>
    public const string TargetsParameter = "targets";

    /// <summary>Those that a program which calls the suite decides about.</summary>
    public static IReadOnlyList<string> VariablesOfCall { get; } =
        [TargetsVariable, SeedVariable, OutputVariable, RunIdVariable, DryRunVariable];

    private const string Prefix = "CONFORMANCE_";

    private static readonly string[] OwnVariables = [.. VariablesOfCall, ShardSetting.Variable, LedgerKey.Variable];

    // Those of the tool, of the self-tests, and of the reference servers, which a shell may have for other commands.
    private static readonly string[] OtherVariables =
    [
        "CONFORMANCE_SIGNING_KEY", "CONFORMANCE_APPROVE", "CONFORMANCE_DURATIONS", "CONFORMANCE_HOSTILE_SEEDS",
        "CONFORMANCE_FAULTS_ALONE", "CONFORMANCE_MANY_TARGETS",
        "CONFORMANCE_REFERENCE_PASSWORD", "CONFORMANCE_REFERENCE_AS_TOKEN",
    ];

    /// <summary>What to change, in sentences; none if all is well.</summary>
    /// <param name="environment">The environment variables.</param>
    /// <param name="referenced">Those that target files refer to.</param>
    /// <param name="parameters">The run parameters.</param>
    public static IEnumerable<string> Faults(
        IReadOnlyDictionary<string, string> environment,
        IReadOnlyCollection<string> referenced,
        IReadOnlyDictionary<string, string> parameters)
    {
        foreach (var name in OwnVariables.Where(name => environment.TryGetValue(name, out var value) && string.IsNullOrWhiteSpace(value)))
            yield return $"{name} is set, but empty: give it a value, or unset it.";

        if (environment.GetValueOrDefault(DryRunVariable) is { } dry && !string.IsNullOrWhiteSpace(dry) && dry != "1")
            yield return $"{DryRunVariable} is '{dry}': set it to 1 for a dry run, or unset it.";

        if (environment.GetValueOrDefault(RunIdVariable) is { Length: > RunRecord.LongestRunId })
            yield return $"{RunIdVariable} is longer than {RunRecord.LongestRunId} characters: give a shorter name.";

        string[] known = [.. OwnVariables, .. OtherVariables];
        var unread = environment.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Except(known).Except(referenced);
        foreach (var name in unread.Order(StringComparer.Ordinal))
            yield return $"{name} is read by nobody: unset it, or use {NearestNames.Of(name, OwnVariables, most: 1).Single()}.";

        foreach (var name in parameters.Keys.Where(name => name != TargetsParameter).Order(StringComparer.Ordinal))
            yield return $"The run parameter {name} is read by nobody: remove it, or use {TargetsParameter}.";

        if (!environment.ContainsKey(TargetsVariable) && string.IsNullOrWhiteSpace(parameters.GetValueOrDefault(TargetsParameter)))
        {
            yield return $"No target is named: set {TargetsVariable} or the run parameter {TargetsParameter} to target files, "
                + $"or to \"{EmbeddedServers.Keyword}\" for the suite's own reference servers.";
        }
    }
}
