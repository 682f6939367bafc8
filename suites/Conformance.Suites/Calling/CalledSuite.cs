using System.Collections;
using System.Globalization;
using Conformance.Fixtures.Targets;
using Conformance.Suites.Wiring;
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
        using var run = RunWiring.Called(Environment(), Changed, progress.WriteLine, call.Display);
        if ((run.Problem ?? WhyNotJudged(run)) is { } problem)
            throw new SuiteNotBegunException(problem);

        if (run.Shard is not null && call.Again.Count > 0)
            throw new SuiteNotBegunException("what failed is run again as a whole: leave out --shard and CONFORMANCE_SHARD.");

        // Where the program itself runs in a test, its context must not become the parent of the run's.
        using var isolated = new TestExecutionContext.IsolatedContext();
        // All are asked before the first is tested: what is wrong with the call is told before anything is lost.
        var parts = new Queue<SuitePart>(run.Slots.Chunk(call.AtOnce).Select(run.Part)
            .Select(part => new SuitePart(part, new ScenarioChoice(call, part)))
            .Where(part => part.IsSelected()));
        if (parts.Count == 0)
        {
            await results.WriteLineAsync($"Nothing to run again: {WhyNothing()}.");
            return SuiteEnd.Passed;
        }

        TakeFolders(run);
        var sum = new SuiteSum();
        try
        {
            sum = Run(run, parts, new SuiteListener(results, progress), progress, interruption);
        }
        finally
        {
            OutputFolders.Release(run);
        }

        await results.WriteLineAsync($"{sum}");
        return run.Stop.Why is not null ? SuiteEnd.Stopped
            : sum.IsFailed ? SuiteEnd.Failed
            : SuiteEnd.Passed;
    }, CancellationToken.None);

    private static SuiteSum Run(
        ConformanceRun run, Queue<SuitePart> parts, SuiteListener listener, TextWriter progress, CancellationToken interruption)
    {
        using var stop = new SuiteStop(run, interruption);
        var (sum, count, begun) = (new SuiteSum(), parts.Count, 0);
        var untested = parts.SelectMany(part => part.Slots).ToList();
        UntestedTargets.Mark(run.OutputFolder!, parts.Skip(1).SelectMany(part => part.Slots));
        foreach (var slot in run.Slots.Except(untested).Where(slot => slot.Problem is not null))
        {
            progress.WriteLine(slot.Problem);
            sum = sum with { IsFailed = true };
        }

        while (parts.TryDequeue(out var part))
        {
            if (count > 1)
                progress.WriteLine($"Targets, group {++begun} of {count}: {string.Join(", ", part.Slots.Select(slot => slot.Name))}");
            if (run.Stop.Why is not null)
                break;

            untested.RemoveAll(part.Slots.Contains);
            sum = sum.With(part.Run(listener, stop));
        }

        if (run.Stop.Why is null)
            return sum;

        UntestedTargets.Mark(run.OutputFolder!, untested);
        if (untested.Count > 0)
            progress.WriteLine($"Not tested: {string.Join(", ", untested.Select(slot => slot.Name))}");
        return sum with { IsFailed = true };
    }

    private string WhyNothing()
    {
        var again = $"has the verdict {string.Join(" or ", call.Again).ToLowerInvariant()} in the records in {call.EarlierFolder}";
        return call.Filter is null
            ? $"no scenario {again}"
            : throw new SuiteNotBegunException(
                $"no scenario matches the filter {call.Filter}{(call.Again.Count > 0 ? $" and {again}" : "")}; conformance list scenarios "
                + "names all of them.");
    }

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

    // The call decides, and no variable of whoever calls it; but shards and runs are named by the engine that calls it.
    private Dictionary<string, string> Environment()
    {
        var variables = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "", StringComparer.Ordinal);
        foreach (var name in SettingsCheck.VariablesOfCall.Where(name => name != SettingsCheck.RunIdVariable))
            variables.Remove(name);

        variables[SettingsCheck.TargetsVariable] = string.Join(';', call.Targets);
        variables[SettingsCheck.OutputVariable] = call.OutputFolder;
        if (call.Seed is { } seed)
            variables[SettingsCheck.SeedVariable] = seed.ToString(CultureInfo.InvariantCulture);
        if (call.RunId is { } runId)
            variables[SettingsCheck.RunIdVariable] = runId;

        if (call.Shard is { } shard)
            variables[ShardSetting.Variable] = shard;

        return variables;
    }

    private TargetSettings Changed(TargetSettings settings) => settings with
    {
        Profile = call.Profile ?? settings.Profile,
        Strict = call.Strict || settings.Strict,
    };
}
