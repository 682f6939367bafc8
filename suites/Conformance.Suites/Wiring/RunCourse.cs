using Conformance.Schemas.Sharding;
using NUnit.Framework.Interfaces;

namespace Conformance.Suites.Wiring;

/// <summary>The course of a run around the scenarios of an assembly, whatever their contract.</summary>
/// <param name="run">The run.</param>
/// <param name="testOfTheRun">The fixture that tells, for each target, what is wrong with the run; null for none.</param>
/// <param name="testOfTheConfiguration">The fixture that tells why there is nothing to test; null for none.</param>
/// <param name="mayBeFiltered">Whether the call may select tests, and that fixture not be among them.</param>
public sealed class RunCourse(
    ConformanceRun run, Type? testOfTheRun, Type? testOfTheConfiguration = null, bool mayBeFiltered = false)
{
    private const int MostTicks = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly Lock gate = new();
    private Task<RunConclusion>? conclusion;
    private int told;

    /// <summary>The run.</summary>
    public ConformanceRun Current { get; } = run;

    /// <summary>What scenarios are parameterized by.</summary>
    public IReadOnlyList<ITargetFixture> Fixtures { get; } =
        run.Problem is { } problem && mayBeFiltered ? StandIns.For(problem) : run.Fixtures;

    /// <summary>Plans the scenarios among some tests, takes the folders of the targets, and opens them.</summary>
    /// <param name="tests">What NUnit is going to run.</param>
    public Task Begin(IReadOnlyCollection<ITest> tests)
    {
        // Where the run itself is among the tests, it tells what is wrong with a target, and no scenario has to.
        var plan = Scenarios.Plan(tests);
        if (Current.Problem is not null)
            LetOneTell(plan, tests.Any(HasTestOfTheConfiguration));

        OutputFolders.Claim(Current);
        foreach (var slot in Current.Slots)
        {
            slot.Share = Current.Shard is { } shard ? ShardDeal.Of(slot.Dialect.Contract, shard.Count)[shard.Index - 1] : null;
            if (!tests.Any(test => HasTestOf(test, slot)))
            {
                slot.ConcludesRun = ConcludeAsLast;
                continue;
            }

            slot.TellsProblem();
            // A test of the run that passes where nothing is judged would be green for nothing.
            if (plan.All(scenario => scenario.Slot != slot))
            {
                slot.Problem ??= $"{slot.Name}: nothing is judged, since the filter selects none of its scenarios. "
                    + $"{Current.Caller.Tool} list scenarios names them; a row that others judge in passing has none of its own.";
            }
        }

        var own = new Selection([.. plan.Where(scenario => scenario.Slot.Judges(scenario.Name))]);
        return Current.Start(plan, own.LeftOut, RunReports.WriteBegun);
    }

    /// <summary>
    /// Ends the run, writes records and reports, and says what is wrong that no scenario shows; once, whoever asks first. Null while there
    /// are scenarios that have no verdict yet, as where a test runner has an order of its own.
    /// </summary>
    public Task<RunConclusion>? Conclude() => Current.Stop.Why is null && Current.Slots.All(HasAllVerdicts) ? ConcludeNow() : null;

    /// <summary>
    /// The same for a test that NUnit may begin a moment before the last scenario has ended: it waits for that, seconds at most.
    /// </summary>
    public async Task<RunConclusion?> ConcludeWhenAllHaveEnded()
    {
        using var tick = new PeriodicTimer(Interval);
        for (var ticks = 0; ticks < MostTicks && Current.Stop.Why is null && Conclude() is null; ticks++)
            await tick.WaitForNextTickAsync();

        return Conclude() is { } concluding ? await concluding : null;
    }

    /// <summary>Ends the run if nobody has yet, and tells on the console's error stream what its records and reports are.</summary>
    /// <exception cref="RunIsRedException">Something is wrong that no test has shown.</exception>
    /// <exception cref="RunStoppedException">It was stopped, so that it has no end.</exception>
    public async Task End()
    {
        try
        {
            var isTold = conclusion is not null;
            var concluded = await ConcludeNow();
            if (concluded.Text.Length > 0)
                await Console.Error.WriteLineAsync(concluded.Text);

            if (Current.Stop.Why is { } why)
                throw new RunStoppedException(why);

            List<string> untold = [.. concluded.Wrong.Where(wrong => !isTold || IsForLast(wrong.Key)).SelectMany(wrong => wrong)];
            if (untold.Count > 0 && Interlocked.Exchange(ref told, 1) == 0)
                throw new RunIsRedException(string.Join('\n', untold));
        }
        finally
        {
            OutputFolders.Release(Current);
        }
    }

    /// <summary>Writes the record of what was judged so far, whatever is still going on.</summary>
    public async Task EndAtOnce()
    {
        await ConcludeNow();
        OutputFolders.Release(Current);
    }

    // Of all targets whose own test is not among the tests, and once.
    private async Task<IReadOnlyList<string>> ConcludeAsLast() => Conclude() is { } concluding && Interlocked.Exchange(ref told, 1) == 0
        ? [.. (await concluding).Wrong.Where(wrong => IsForLast(wrong.Key)).SelectMany(wrong => wrong)]
        : [];

    private bool IsForLast(string target) => Current.Slots.Any(slot => slot.Name == target && slot.ConcludesRun is not null);

    // Of all that stand in for targets, one tells why there is none, unless a test does that is there for it.
    private static void LetOneTell(IReadOnlyList<PlannedScenario> plan, bool isToldByTest)
    {
        foreach (var slot in plan.Select(scenario => scenario.Slot).Distinct().Skip(isToldByTest ? 0 : 1))
            slot.TellsProblem();
    }

    private bool HasTestOfTheConfiguration(ITest test) =>
        test.TypeInfo?.Type == testOfTheConfiguration || test.Tests.Any(HasTestOfTheConfiguration);

    private bool HasTestOf(ITest test, TargetSlot slot) =>
        (test.TypeInfo?.Type == testOfTheRun && test.Parent?.Arguments.Contains(slot.Name) == true)
        || test.Tests.Any(child => HasTestOf(child, slot));

    private static bool HasAllVerdicts(TargetSlot slot) =>
        slot is { Target: null } or { Problem: not null } || !slot.Target.Journal.IsAwaitingVerdicts;

    private Task<RunConclusion> ConcludeNow()
    {
        lock (gate)
            return conclusion ??= RunEnding.Conclude(Current);
    }
}

/// <summary>What a run came to.</summary>
/// <param name="Text">For the console: what was judged, and where the reports are.</param>
/// <param name="Wrong">What is wrong that no scenario shows, in sentences, by the name of the target.</param>
public sealed record RunConclusion(string Text, ILookup<string, string> Wrong);
