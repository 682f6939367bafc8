using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.SelfTests.HostileAnswers;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A short run, in this process, against a server that rewrites its answers as a seed says.</summary>
internal sealed class HostileRun : IAsyncDisposable
{
    private const string Name = "hostile";

    private HostileRun(HostileTarget target, TimeSpan patience)
    {
        Target = target;
        Run = SuiteRuns.Publishing(
            SuiteRuns.Slot(target.Honest, Name, change: settings => Impatient(settings, target, patience)), seed: target.Seed);
    }

    public HostileTarget Target { get; }

    public ConformanceRun Run { get; }

    public TargetSlot Slot => Run.Slots[0];

    /// <summary>Starts the servers.</summary>
    /// <param name="seed">Decides about the server, its secrets and its answers; the run has it too.</param>
    public static async Task<HostileRun> Prepare(int seed) =>
        new(await HostileTarget.Start(seed, new HostilePlan(seed)), HostileWire.Patience);

    /// <summary>The same, with a server that leaves all answers alone, and patience.</summary>
    public static async Task<HostileRun> PrepareHonest(int seed) =>
        new(await HostileTarget.Start(seed, HostilePlan.Honest), TimeSpan.FromSeconds(30));

    /// <summary>Runs the suite.</summary>
    /// <returns>What NUnit showed, and what the server has achieved against the run.</returns>
    /// <exception cref="TimeoutException">It has not come to its end within a bound.</exception>
    public async Task<(SuiteOutcome Outcome, string Findings)> End(TimeSpan bound)
    {
        var rows = string.Concat(Target.Rows.Select(row => $"<prop name='Requirement'>{row}</prop>"));
        var outcome = await SuiteRunner.Run(Run, $"<filter><or>{rows}</or></filter>").WaitAsync(bound);
        var findings = await HostileFindings.Of(
            Target.Server, Run.OutputFolder!, $"{outcome.AllText}\n{outcome.Console}", Slot.Target?.Record, Slot.Problem);
        return (outcome, findings);
    }

    public async ValueTask DisposeAsync()
    {
        Run.Dispose();
        await Target.DisposeAsync();
    }

    // One scenario at a time, so that a seed does the same to the same answers again.
    private static TargetSettings Impatient(TargetSettings settings, HostileTarget target, TimeSpan patience) => settings with
    {
        BaseUrl = target.Server.BaseUrl,
        Accounts = [.. target.Honest.Accounts.Select(account => new AccountSettings(account.Name, account.Password))],
        Headers = [new HeaderSettings(RequestWatch.OperatorHeader, target.OperatorSecret, IsSecret: true)],
        Parallel = 1,
        Limits = settings.Limits with { Run = 10 * patience, Scenario = 3 * patience, Waiting = patience },
        Tolerances = settings.Tolerances with
        {
            RequestTimeout = patience,
            RateLimitWait = patience,
            ExpiryWait = TimeSpan.FromSeconds(1),
        },
    };
}
