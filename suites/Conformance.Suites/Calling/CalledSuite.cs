using System.Collections;
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
        using var run = RunWiring.Called(Environment(), Directory.GetCurrentDirectory(), Changed, progress.WriteLine);
        if ((run.Problem ?? WhyNotJudged(run)) is { } problem)
            throw new SuiteNotBegunException(problem);

        // Where the program itself runs in a test, its context must not become the parent of the run's.
        using var isolated = new TestExecutionContext.IsolatedContext();
        await using var stop = interruption.Register(() => run.Stop.Ask("it was interrupted"));
        Suites.Run.Use(run);
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        var all = runner.Load(typeof(RunTests).Assembly, new Dictionary<string, object>());
        var result = runner.Run(new SuiteListener(results, progress), Chosen(all, run));
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

    private TestFilter Chosen(ITest all, ConformanceRun run)
    {
        List<Func<ITest, bool>> conditions = [];
        if (call.Filter is { } expression)
            conditions.Add(ScenarioFilter.Of(expression));

        if (call.Again.Count > 0)
            conditions.Add(EarlierRun.Had(run, call.EarlierFolder, call.Again));

        if (conditions.Count == 0)
            return TestFilter.Empty;

        var chosen = Leaves(all).Where(test => conditions.TrueForAll(holds => holds(test))).ToList();
        return chosen.Count > 0
            ? TestFilter.FromXml($"<filter><or>{string.Concat(chosen.Select(test => $"<id>{test.Id}</id>"))}</or></filter>")
            : throw new SuiteNotBegunException(call.Filter is null
                ? "no scenario had such a verdict."
                : $"no scenario matches the filter {call.Filter}; conformance list scenarios names all of them.");
    }

    private static IEnumerable<ITest> Leaves(ITest test) => test.IsSuite ? test.Tests.SelectMany(Leaves) : [test];

    // The call decides, and no variable of whoever calls it.
    private Dictionary<string, string> Environment()
    {
        var variables = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        variables[SettingsCheck.TargetsVariable] = string.Join(';', call.Targets);
        variables[SettingsCheck.OutputVariable] = call.OutputFolder;
        Set(SettingsCheck.SeedVariable, call.Seed?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Set(SettingsCheck.RunIdVariable, call.RunId);
        variables.Remove(SettingsCheck.DryRunVariable);
        return variables;

        void Set(string name, string? value)
        {
            variables.Remove(name);
            if (value is not null)
                variables[name] = value;
        }
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
