using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>Requests are spread over the nodes of a cluster, and each exchange says which one it was.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class NodeTests
{
    [Test]
    public async Task What_one_node_did_is_checked_on_another()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var one = await Gateway.Before(server, (context, next) => next(context));
        await using var other = await Gateway.Before(server, (context, next) => next(context));
        using var target = new DrivenTarget(
            DrivenTarget.Settings(server) with { BaseUrl = one.BaseUrl, FurtherBaseUrls = [other.BaseUrl] });
        var scenario = target.Enter();

        var session = await (await target.Matrix.Accounts.Lease()).LogIn();
        await session.AssumeAcceptedEverywhere();
        await session.LogOut();
        var finished = await scenario.Finish(ended: null);

        finished.LeftOpen.Should().BeEmpty();
        foreach (var node in new[] { one, other })
        {
            node.Requests.Should().BePositive();
            finished.Exchanges.Count(exchange => exchange.Request.Url.StartsWith($"{node.BaseUrl}/", StringComparison.Ordinal))
                .Should().Be(node.Requests);
        }

        target.Run.Describe().FurtherBaseUrls.Should().Equal(other.BaseUrl);
    }

    [Test]
    public async Task The_seed_repeats_the_choice()
    {
        using var server = new CannedServer(CannedReply.Json(401, "{}"));
        var settings = OfThree(server);

        var first = await Chosen(settings, seed: 1);

        (await Chosen(settings, seed: 1)).Should().Equal(first);
        (await Chosen(settings, seed: 2)).Should().NotEqual(first);
        first.Distinct().Should().HaveCount(3);
    }

    [Test]
    public async Task A_connection_that_is_kept_stays_at_one()
    {
        using var server = new CannedServer(CannedReply.Json(401, "{}"));
        using var target = new DrivenTarget(OfThree(server));
        target.Enter();

        using (target.Run.Http.KeepConnection())
        {
            for (var request = 0; request < 20; request++)
                await new MatrixClient(target.Run).WhoAmI(token: null);
        }

        server.Requests.Select(request => request.Deed).Distinct().Should().ContainSingle();
    }

    [Test]
    public async Task A_node_that_is_gone_ends_the_asking_and_is_named()
    {
        const string Gone = "http://127.0.0.1:1";
        using var server = new CannedServer(CannedReply.Json(401, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl) with { FurtherBaseUrls = [Gone] }, new SkippingTime());
        target.Enter();

        for (var request = 0; request < 200 && target.Run.Halt.Why is null; request++)
        {
            try
            {
                await new MatrixClient(target.Run).Versions();
                await new MatrixClient(target.Run).LoginFlows();
                await new MatrixClient(target.Run).WhoAmI(token: null);
                await new MatrixClient(target.Run).AuthMetadata();
            }
            catch (ControlFailedException)
            {
                // What matters is how often that happens.
            }
        }

        target.Run.Halt.Why.Should().StartWith($"{Gone} gave no answer to 20 requests in a row");
    }

    private static TargetSettings OfThree(CannedServer server) =>
        DrivenTarget.Settings($"{server.BaseUrl}/a") with { FurtherBaseUrls = [$"{server.BaseUrl}/b", $"{server.BaseUrl}/c"] };

    private static async Task<IReadOnlyList<string>> Chosen(TargetSettings settings, int seed)
    {
        using var target = new TargetRun(settings, [], folder: null, seed, TimeProvider.System, new());
        var log = Conformance.Fixtures.Http.ExchangeLog.Current = new() { Owner = "nodes" };
        for (var request = 0; request < 20; request++)
            await new MatrixClient(target).WhoAmI(token: null);

        return [.. log.Exchanges.Select(exchange => exchange.Request.Url)];
    }
}
