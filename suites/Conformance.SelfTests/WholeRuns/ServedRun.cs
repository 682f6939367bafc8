using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Record.Runs;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Options;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A reference server and a run against it, on one clock on which nobody waits in vain.</summary>
internal sealed class ServedRun : IAsyncDisposable
{
    private readonly JumpingTime time;

    private ServedRun(JumpingTime time, ReferenceServer server, ConformanceRun run)
    {
        (this.time, Server, Run) = (time, server, run);
        time.AtWork = () => run.Slots.Sum(slot => slot.Target?.Gate.AtWork ?? 0);
    }

    public ReferenceServer Server { get; }

    public ConformanceRun Run { get; }

    /// <summary>The record, when the run has ended.</summary>
    public RunRecord Record => SuiteRuns.RecordOf(Run, Run.Slots[0].Name);

    /// <summary>Starts the server, and makes a run that writes no file.</summary>
    public static Task<ServedRun> Start(
        ReferenceServerOptions options, string name, bool strict = false, Func<TargetSettings, TargetSettings>? change = null,
        Action<string>? watcher = null) =>
        Start(options, (server, time) => SuiteRuns.Against(time, SuiteRuns.Slot(server, name, strict, change), watcher));

    /// <summary>Starts the server, and makes a run that writes every report there is.</summary>
    public static Task<ServedRun> StartPublishing(
        ReferenceServerOptions options, string name, Func<TargetSettings, TargetSettings>? change = null) =>
        Start(options, (server, time) => SuiteRuns.Publishing(SuiteRuns.Slot(server, name, change: change), time: time));

    private static async Task<ServedRun> Start(ReferenceServerOptions options, Func<ReferenceServer, TimeProvider, ConformanceRun> make)
    {
        var time = new JumpingTime();
        var server = await ReferenceServer.Start(options with { Time = time });
        return new ServedRun(time, server, make(server, time));
    }

    public async ValueTask DisposeAsync()
    {
        Run.Dispose();
        await Server.DisposeAsync();
        time.Dispose();
    }
}
