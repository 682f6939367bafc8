using System.Diagnostics;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>A run sends no more requests in any second than the target file allows, and holds the wait against nobody.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PacedRequestTests
{
    private const int MostInASecond = 3;

    [Test]
    public async Task Are_spread_over_time_and_recorded_without_their_wait()
    {
        using var server = new CannedServer(CannedReply.Json(200, "{}"));
        using var target = Target(server);
        var scenario = target.Enter();
        var client = new MatrixClient(target.Run);
        var clock = Stopwatch.StartNew();

        await Task.WhenAll(Enumerable.Range(0, 1 + (2 * MostInASecond)).Select(_ => client.LoginFlows()));

        clock.Elapsed.Should().BeGreaterThan(TimeSpan.FromSeconds(1.7));
        var exchanges = (await scenario.Finish(ended: null)).Exchanges;
        exchanges.Max(exchange => exchange.StartedAt).Should().BeAfter(exchanges.Min(exchange => exchange.StartedAt).AddSeconds(1.7));
        exchanges.Should().OnlyContain(exchange => exchange.Milliseconds < 900);
    }

    [Test]
    public async Task Are_not_waited_for_when_the_run_is_stopped()
    {
        using var server = new CannedServer(CannedReply.Json(200, "{}"));
        using var target = Target(server);
        target.Enter();
        var client = new MatrixClient(target.Run);
        var sending = Enumerable.Range(0, 40 * MostInASecond).Select(_ => client.LoginFlows()).ToList();
        var clock = Stopwatch.StartNew();

        target.Run.Stop.Ask("enough");

        await FluentActions.Awaiting(() => Task.WhenAll(sending)).Should().ThrowAsync<RunStoppedException>();
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10));
        server.Requests.Count.Should().BeLessThan(4 * MostInASecond);
    }

    [Test]
    public void Are_named_in_the_record_by_their_limit()
    {
        using var server = new CannedServer(CannedReply.Json(200, "{}"));
        using var target = Target(server);

        var described = target.Run.Describe();

        (described.ScenariosAtOnce, described.RequestsPerSecond).Should().Be((16, MostInASecond));
    }

    private static DrivenTarget Target(CannedServer server)
    {
        var settings = DrivenTarget.Settings(server.BaseUrl);
        return new DrivenTarget(settings with { Limits = settings.Limits with { RequestsPerSecond = MostInASecond } });
    }
}
