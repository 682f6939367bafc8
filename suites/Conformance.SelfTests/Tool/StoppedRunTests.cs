using System.Diagnostics;
using Bogus;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.WholeRuns;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary>
/// A run that is told to stop, or whose caller dies, sends nothing after 10 s, closes what it opened, and leaves a record that no gate
/// accepts.
/// </summary>
public sealed class StoppedRunTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(4);

    // Seeded moments between the start of dotnet and the end of the run, in requests served.
    private static IEnumerable<TestCaseData> Moments()
    {
        var random = new Randomizer(15);
        foreach (var signal in new[] { "TERM", "INT", "KILL" })
        {
            for (var i = 0; i < MomentsOfEach; i++)
                yield return new TestCaseData(signal, random.Number(0, 5_000)).SetArgDisplayNames(signal, $"{i}");
        }
    }

    private static int MomentsOfEach => 2;

    [TestCaseSource(nameof(Moments))]
    public async Task Ends_with_what_was_judged(string signal, int requests)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        var target = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"stopped-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(target, server.TargetFile("stopped"));
        using var run = DotnetTest.Start(target);
        await WaitUntilServed(server, requests);

        await run.Signal(signal);
        var (last, served) = await Quiet(server);

        last.Should().BeLessThan(Bound, "nothing may be sent after that");
        var record = Path.Combine(run.OutputFolder, "stopped", "run.json");
        if (File.Exists(record))
            (await ToolCall.Of("gate", record)).Code.Should().NotBe(ExitCode.Success);
        server.Tables["devices"].Should().Be(0, "{0} requests were served, and what was opened is closed", served);
    }

    // When the last request was served, from now, and how many there were: as soon as there were none for longer than any answer takes.
    private static async Task<(TimeSpan Last, long Served)> Quiet(ReferenceServer server)
    {
        var clock = Stopwatch.StartNew();
        var (last, served) = (TimeSpan.Zero, Served(server));
        using var tick = new PeriodicTimer(Tick);
        while (clock.Elapsed < last + Silence)
        {
            await tick.WaitForNextTickAsync();
            if (Served(server) is var now && now != served)
                (last, served) = (clock.Elapsed, now);
        }

        return (last, served);
    }

    private static async Task WaitUntilServed(ReferenceServer server, int requests)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var tick = new PeriodicTimer(Tick);
        while (Served(server) < requests)
            await tick.WaitForNextTickAsync(bound.Token);
    }

    private static long Served(ReferenceServer server) => server.Routes.Sum(route => server.Served(route.Method, route.Path));
}
