using System.Collections;
using System.Globalization;
using System.Runtime.InteropServices;
using Conformance.Fixtures.Targets;
using Conformance.Suites.Wiring;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Conformance.Suites.Calling;

/// <summary>Runs the suite through NUnit, in this process, with the records and reports of <c>dotnet test</c>.</summary>
/// <param name="call">What to run.</param>
public sealed class CalledSuite(SuiteCall call)
{
    /// <summary>Runs it.</summary>
    /// <param name="results">Takes failed tests, and how many there were.</param>
    /// <param name="progress">Takes progress, and what the run came to.</param>
    /// <param name="interruption">Stops it: it closes what it has opened, and writes its record.</param>
    /// <exception cref="SuiteNotBegunException">It cannot begin.</exception>
    public Task<SuiteEnd> Run(TextWriter results, TextWriter progress, CancellationToken interruption) => Task.Run(async () =>
    {
        progress = TextWriter.Synchronized(progress);
        using var run = RunWiring.Called(Environment(), Changed, progress.WriteLine);
        if ((run.Problem ?? WhyNotJudged(run)) is { } problem)
            throw new SuiteNotBegunException(problem);

        // Where the program itself runs in a test, its context must not become the parent of the run's.
        using var isolated = new TestExecutionContext.IsolatedContext();
        Suites.Run.Use(run);
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        var all = runner.Load(typeof(RunTests).Assembly, new Dictionary<string, object>());
        var choice = new ScenarioChoice(call, run);
        if (choice.Of(all) is not { } filter)
        {
            await results.WriteLineAsync($"Nothing to run again: no scenario {choice.WithVerdict}.");
            return SuiteEnd.Passed;
        }

        TakeFolders(run);
        var course = Suites.Run.Course;
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => Stop(signal, course));
        await using var stop = interruption.Register(() => Stop("it was interrupted", course));
        var result = runner.Run(new SuiteListener(results, progress), filter);
        await results.WriteLineAsync(Sum(result));
        return run.Stop.Why is not null ? SuiteEnd.Stopped
            : result.ResultState.Status is TestStatus.Failed ? SuiteEnd.Failed
            : SuiteEnd.Passed;
    }, CancellationToken.None);

    private string? WhyNotJudged(ConformanceRun run) =>
        call.Profile is { } profile
        && run.Slots.FirstOrDefault(slot => slot.Dialect.Contract.Profiles.All(each => each.Name != profile)) is { } slot
            ? $"the profile {profile} is of another contract than {slot.Name}, which is of {slot.Dialect.Contract.Name}."
            : null;

    // What earlier runs left there is gone from here on.
    private static void TakeFolders(ConformanceRun run)
    {
        OutputFolders.Claim(run);
        if (run.Slots.Any(slot => slot.Problem is null))
            return;

        OutputFolders.Release(run);
        throw new SuiteNotBegunException(string.Join("; ", run.Slots.Select(slot => slot.Problem)));
    }

    private static void Stop(PosixSignalContext signal, RunCourse course)
    {
        signal.Cancel = true;
        Stop($"{signal.Signal}", course);
    }

    private static void Stop(string why, RunCourse course)
    {
        course.Current.Stop.Ask(why);
        _ = StopSignals.EndInTime(course);
    }

    // The call decides, and no variable of whoever calls it.
    private Dictionary<string, string> Environment()
    {
        var variables = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        foreach (var name in SettingsCheck.VariablesOfCall)
            variables.Remove(name);

        variables[SettingsCheck.TargetsVariable] = string.Join(';', call.Targets);
        variables[SettingsCheck.OutputVariable] = call.OutputFolder;
        if (call.Seed is { } seed)
            variables[SettingsCheck.SeedVariable] = seed.ToString(CultureInfo.InvariantCulture);
        if (call.RunId is { } runId)
            variables[SettingsCheck.RunIdVariable] = runId;

        return variables;
    }

    private TargetSettings Changed(TargetSettings settings) => settings with
    {
        Profile = call.Profile ?? settings.Profile,
        Strict = call.Strict || settings.Strict,
    };

    private static string Sum(ITestResult result) =>
        $"{(result.ResultState.Status is TestStatus.Failed ? "Failed" : "Passed")}! "
        + $"Failed: {result.FailCount}, Passed: {result.PassCount}, Skipped: {result.SkipCount + result.InconclusiveCount}, "
        + $"Total: {result.TotalCount}, Duration: {result.Duration:0} s";
}
