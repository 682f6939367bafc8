using System.Diagnostics;
using Conformance.Fixtures.Cleaning;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Options;
using Conformance.Suites.Wiring;
using Conformance.Tool;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// A run that is killed at any moment leaves nothing at the server that <c>cleanup</c> does not end, or, where a contract has no way to,
/// name.
/// </summary>
[Category(HostileSeeds.Category)]
public sealed class CleanedUpTests
{
    private const string Name = "killed";
    private const int StopsOfEachSignal = 10;

    private static readonly string[] Signals = ["TERM", "INT"];

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    // Moments, in requests that the server has got. Where more is asked for, as many as there are seeds.
    private static IEnumerable<int> Moments => HostileSeeds.AreAskedFor
        ? HostileSeeds.All.Select(seed => 10 + (seed * 997 % 4000))
        : [40, 900];

    private static IEnumerable<object[]> Stops => HostileSeeds.AreAskedFor
        ? HostileSeeds.All.Take(StopsOfEachSignal)
            .SelectMany(_ => Signals, (seed, signal) => new object[] { signal, 10 + (seed * 1597 % 4000) })
        : [["TERM", 200]];

    [TestCaseSource(nameof(Moments))]
    public async Task A_homeserver_is_as_before_when_the_run_was_killed(int requests)
    {
        await using var server = await ReferenceServer.Start(EmbeddedServers.Matrix);
        var before = server.Tables;

        var (code, told) = await KillAndCleanUp(server, EmbeddedServers.Matrix, requests, run => run.Kill());

        server.Tables.Should().Equal(before, "{0}", told);
        code.Should().Be((int)ExitCode.Success, told);
    }

    [TestCaseSource(nameof(Stops))]
    public async Task A_homeserver_is_as_before_when_the_run_was_stopped(string signal, int requests)
    {
        await using var server = await ReferenceServer.Start(EmbeddedServers.Matrix);
        var before = server.Tables;

        var (code, told) = await KillAndCleanUp(server, EmbeddedServers.Matrix, requests, async run =>
        {
            await run.Signal(signal);
            await run.End();
        });

        server.Tables.Should().Equal(before, "{0}", told);
        code.Should().Be((int)ExitCode.Success, told);
    }

    // Of a login whose answer nobody has read, the SessionApi has no way to ask.
    [TestCase(150)]
    public async Task A_server_of_the_SessionApi_has_only_what_is_named(int requests)
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        var before = server.Tables["sessions"];

        var (_, told) = await KillAndCleanUp(server, new KoyebServerOptions(), requests, run => run.Kill());

        var left = told.Split('\n').Where(line => line.StartsWith("LEFT", StringComparison.Ordinal)).ToList();
        (server.Tables["sessions"] - before).Should().BeLessThanOrEqualTo(left.Count, told);
        left.Should().NotContain(line => !line.Contains("was not seen to answer"));
    }

    private static async Task<(int Code, string Told)> KillAndCleanUp(
        ReferenceServer server, ReferenceServerOptions options, int requests, Func<DotnetTest, Task> end)
    {
        var target = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"killed-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(target, server.TargetFile(Name));
        var environment = KnownServers.VariablesOf(options);
        using var run = DotnetTest.Start(target, environment: environment);
        using var bound = new CancellationTokenSource(Bound);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (server.ServedInAll < requests)
            await tick.WaitForNextTickAsync(bound.Token);

        await end(run);
        return await CleanUp(target, run.OutputFolder, environment);
    }

    private static async Task<(int Code, string Told)> CleanUp(
        string target, string folder, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ConformanceTool).Assembly.Location, "cleanup", target, "--output", folder])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[LedgerKey.Variable] = OwnLedgerKey.Value;
        start.Environment[ReferenceAccounts.PasswordVariable] = ReferenceAccounts.Password;
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(Bound);
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(told));
    }
}
