using System.Collections;
using System.Reflection;
using Conformance.Fixtures.Cleaning;
using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.Fixtures.Targets.Reading;

namespace Conformance.Suites.Wiring;

/// <summary>Makes the run from the runsettings and the environment. Faults are told once, all together.</summary>
public static class RunWiring
{
    // NUnit redirects the console after this, so that it has to be looked up each time.
    private static readonly Action<string> ToConsole = lines => Console.Error.WriteLine(lines);

    /// <summary>The run that <c>dotnet test</c> asks for.</summary>
    public static ConformanceRun FromSettings()
    {
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        var parameters = TestContext.Parameters.Names.ToDictionary(
            name => name, name => TestContext.Parameters.Get(name) ?? "", StringComparer.Ordinal);
        var (run, configuration) = Read(environment, parameters, CallOfDotnetTest(environment));
        if (RunMoment.IsRun())
            RunMoment.Claim(run, configuration);

        return run;
    }

    /// <summary>The run that a program asks for. If it cannot be made, the records of earlier ones are gone.</summary>
    /// <param name="environment">The environment variables; those of the suite as the program sets them.</param>
    /// <param name="change">Changes what target files say.</param>
    /// <param name="watcher">Is told of progress.</param>
    /// <param name="display">Is told of progress in the place of lines; null for lines.</param>
    public static ConformanceRun Called(
        IReadOnlyDictionary<string, string> environment, Func<TargetSettings, TargetSettings> change, Action<string> watcher,
        Action<IReadOnlyList<TargetProgress>>? display)
    {
        var here = Directory.GetCurrentDirectory();
        var (run, configuration) = Read(
            environment, new Dictionary<string, string>(), new Call(here, here, here, change, watcher, CallerWords.OfTool, display));
        if (run.Problem is not null)
            RunMoment.Claim(run, configuration);

        return run;
    }

    /// <summary>The run of these settings; one that has no targets, and says why, if anything is wrong with them.</summary>
    /// <param name="environment">The environment variables.</param>
    /// <param name="parameters">The run parameters.</param>
    public static ConformanceRun From(IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, string> parameters) =>
        Read(environment, parameters, CallOfDotnetTest(environment)).Made;

    // The test host runs in its own folder; the caller's is in PWD.
    private static Call CallOfDotnetTest(IReadOnlyDictionary<string, string> environment)
    {
        var here = environment.GetValueOrDefault("PWD") ?? Environment.CurrentDirectory;
        return VendorProject.Folder(here) is { } project
            ? new Call(here, project, Path.Combine(project, "conformance-out"), settings => settings, ToConsole, CallerWords.OfVendor)
            : new Call(
                here,
                RepositoryRoot.Folder,
                RepositoryRoot.Combine("reports", "out"),
                settings => settings,
                ToConsole,
                CallerWords.OfDotnetTest);
    }

    private static (ConformanceRun Made, RunConfiguration? Configuration) Read(
        IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, string> parameters, Call call)
    {
        var output = environment.GetValueOrDefault(SettingsCheck.OutputVariable) is { Length: > 0 } folder
            ? folder
            : call.Output;
        var referenced = new HashSet<string>(StringComparer.Ordinal);
        var targets = environment.GetValueOrDefault(SettingsCheck.TargetsVariable)
            ?? parameters.GetValueOrDefault(SettingsCheck.TargetsParameter);
        var configuration = string.IsNullOrWhiteSpace(targets) || targets == EmbeddedServers.Keyword
            ? null
            : Load(targets, call.Folder, call.Root, Noting(referenced, environment));
        var (slots, problem) = targets == EmbeddedServers.Keyword ? (EmbeddedServers.Slots(call.Change), null)
            : configuration is null ? ([], null)
            : Slots(configuration, call.Change);
        List<string> faults = [.. SettingsCheck.Faults(environment, referenced, parameters)];
        var (shard, noShard) = ShardSetting.Read(environment, call.Words);
        var (seed, noSeed) = SeedSetting.Read(environment, shard, call.Words);
        faults.AddRange(new[] { noShard, noSeed }.OfType<string>());
        if (shard is not null && targets == EmbeddedServers.Keyword)
            faults.Add("Shards share one server, and each process embeds its own: name target files.");

        var (key, noKey) = configuration is null ? (null, null) : Key(environment);
        if (noKey is not null)
            faults.Add($"{noKey}.");

        if (faults.Count > 0)
        {
            var unusable = new ConformanceRun([], output, 0, SuiteVersion, TimeProvider.System)
            {
                Caller = call.Words,
                Problem = string.Join('\n', [.. faults, .. problem is null ? Array.Empty<string>() : [problem]]),
            };
            return (unusable, configuration);
        }

        if (environment.ContainsKey(SettingsCheck.DryRunVariable) && problem is null)
            (slots, problem) = ([], DryRun.Plan(configuration?.Targets, shard));

        var run = new ConformanceRun(slots, output, seed, SuiteVersion, TimeProvider.System)
        {
            Problem = problem,
            RunId = environment.GetValueOrDefault(SettingsCheck.RunIdVariable),
            Shard = shard,
            SuiteDigest = SuiteDigest.Take(),
            LedgerKey = key,
            Watcher = call.Watcher,
            Display = call.Display,
            Caller = call.Words,
        };
        return (run, configuration);
    }

    // Nothing is created at somebody's server that could not be found again.
    private static (LedgerKey? Key, string? Problem) Key(IReadOnlyDictionary<string, string> environment)
    {
        try
        {
            return (LedgerKey.Of(environment.GetValueOrDefault(LedgerKey.Variable), LedgerKey.UsualFile), null);
        }
        catch (LedgerKeyException e)
        {
            return (null, e.Message);
        }
    }

    private static Func<string, string?> Noting(HashSet<string> asked, IReadOnlyDictionary<string, string> environment) => name =>
    {
        asked.Add(name);
        return environment.GetValueOrDefault(name);
    };

    public static string SuiteVersion { get; } =
        typeof(RunWiring).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>One slot a target; none, and the reason, if anything is wrong with the configuration.</summary>
    public static (IReadOnlyList<TargetSlot> Slots, string? Problem) Slots(
        string list, string repositoryRoot, Func<string, string?> environment)
        => Slots(Load(list, environment("PWD") ?? Environment.CurrentDirectory, repositoryRoot, environment), settings => settings);

    private static RunConfiguration Load(string list, string folder, string repositoryRoot, Func<string, string?> environment) =>
        TargetList.Load(list, folder, repositoryRoot, environment, KnownDialects.Defaults);

    private static (IReadOnlyList<TargetSlot> Slots, string? Problem) Slots(
        RunConfiguration configuration, Func<TargetSettings, TargetSettings> change)
    {
        if (configuration.Faults.Count == 0)
        {
            return (
                [.. configuration.Targets.Select(change).Select(
                    target => new TargetSlot(target.Name, KnownDialects.Of(target.Contract), () => Task.FromResult(target)))], null);
        }

        var problem = $"The configuration cannot be used:\n{string.Join('\n', configuration.Faults.Select(fault => $"  {fault}"))}";
        return ([], problem);
    }

    // From where and by whom the suite is called.
    private sealed record Call(
        string Folder, string Root, string Output, Func<TargetSettings, TargetSettings> Change, Action<string> Watcher, CallerWords Words,
        Action<IReadOnlyList<TargetProgress>>? Display = null);
}
