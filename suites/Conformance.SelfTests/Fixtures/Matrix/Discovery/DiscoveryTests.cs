using Conformance.Record.Journal;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Matrix.Discovery;

/// <summary>What the preflight finds out about servers, and where it contradicts their target files.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class DiscoveryTests
{
    private static readonly MatrixServerOptions Matrix = new();

    private static readonly string[] MissingFromSmallServer = ["deviceKeys", "loginTokens", "oauth", "refreshTokens"];

    [Test]
    public async Task Concludes_nothing_of_refresh_tokens_from_a_login_that_is_broken()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        // The first account's alone, and that account alone is asked.
        await using var gateway = await Gateway.Before(server, (context, next) => Gateway.Rewrite(context, next, body =>
            body.Contains($"@{server.Accounts[0].Name}:") ? body.Replace("\"device_id\"", "\"device\"", StringComparison.Ordinal) : body));
        var settings = DrivenTarget.Settings(server, accounts: 2) with { BaseUrl = gateway.BaseUrl };

        var finished = await Preflight.Finish(settings);

        finished.Problem.Should().BeNull();
        finished.Capabilities.Single(capability => capability.Name == "refreshTokens").Seen.Should().BeNull();
    }

    [Test]
    public async Task Sees_what_a_server_has()
    {
        var finished = await Finish(Matrix with { AnnouncesOAuth = true });

        finished.Problem.Should().BeNull();
        Seen(finished, true).Should().Contain(["deviceKeys", "loginTokens", "oauth", "pushers", "refreshTokens", "sync", "toDevice"]);
        finished.Capabilities
            .Where(capability => capability.Seen is true)
            .Should()
            .OnlyContain(capability => capability.IsUsed && capability.Sighting != null);
        finished.Discrepancies.Should().BeEmpty();
        finished.LeftOpen.Should().BeEmpty();
    }

    [Test]
    public async Task Sees_what_a_server_lacks()
    {
        var finished = await Finish(Matrix with { ServesDeviceKeys = false, ServesLoginTokens = false, IssuesRefreshTokens = false });

        Seen(finished, false).Should().Contain(MissingFromSmallServer);
        finished.Capabilities.Where(capability => capability.Seen is false).Should().OnlyContain(capability => !capability.IsUsed);
        finished.Discrepancies.Should().BeEmpty("nothing was declared");
    }

    [Test]
    public async Task Asks_little()
    {
        var finished = await Finish(Matrix);

        finished.Exchanges.Should().HaveCountLessThanOrEqualTo(22);
        finished.Exchanges
            .Where(exchange => exchange.Endpoint == "POST /register")
            .Should()
            .BeEmpty("nobody allowed to leave an account behind");
    }

    [Test]
    public async Task Tells_what_is_claimed_and_is_not_there()
    {
        var finished = await Finish(Matrix with { ServesDeviceKeys = false }, ("deviceKeys", true));

        finished.Problem.Should().BeNull();
        finished.Discrepancies.Should().Equal(
            "capabilities.deviceKeys is true in driven.json, but the server lacks it (POST /keys/query without a token answered 404 "
            + "M_UNRECOGNIZED): "
            + "set it to false, or mend the server.");
    }

    [Test]
    public async Task Tells_what_is_there_and_is_declared_not_to_be()
    {
        var finished = await Finish(Matrix, ("sync", false), ("refreshTokens", false));

        finished.Discrepancies.Should().Equal(
            "capabilities.refreshTokens is false in driven.json, but the server has it (POST /login, asked for a refresh token, "
            + "issued one): "
            + "remove it, so that the scenarios that need it run.",
            "capabilities.sync is false in driven.json, but the server has it (GET /sync without a token answered 401 M_MISSING_TOKEN): "
            + "remove it, so that the scenarios that need it run.");
    }

    [Test]
    public async Task Tells_a_registration_that_is_closed_although_it_is_claimed()
    {
        var finished = await Finish(Matrix, ("registration", true));

        finished.Discrepancies.Should().ContainSingle().Which.Should().StartWith(
            "capabilities.registration is true in driven.json, but the server lacks it (POST /register answered 403 M_FORBIDDEN)");
    }

    [Test]
    public async Task Takes_no_for_an_answer_where_accounts_would_stay_behind()
    {
        var finished = await Finish(Matrix, ("guests", false), ("registration", false));

        finished.Discrepancies.Should().BeEmpty();
        finished.Capabilities
            .Where(capability => capability.Name is "guests" or "registration")
            .Should()
            .OnlyContain(capability => !capability.IsUsed);
    }

    [Test]
    public async Task Believes_a_web_server_that_knows_no_endpoint()
    {
        using var server = new CannedServer(request => request.Deed switch
        {
            "GET /_matrix/client/versions" => CannedReply.Json(200, """{"versions":["v1.11"]}"""),
            "POST /_matrix/client/v3/login" =>
                CannedReply.Json(200, """{"access_token":"a-token-of-some-length","user_id":"@alice:hs","device_id":"PHONE"}"""),
            "POST /_matrix/client/v3/logout" => CannedReply.Json(405, """{"errcode":"M_UNRECOGNIZED","error":"No."}"""),
            _ => CannedReply.Html(404, "<html>Nothing here</html>"),
        });

        var finished = await Preflight.Finish(DrivenTarget.Settings(server.BaseUrl));

        Seen(finished, true).Should().BeEmpty();
        Seen(finished, false).Should().Contain(MissingFromSmallServer).And.Contain(["deviceList", "sync"]);
        finished.LeftOpen.Should().Equal("alice on PHONE (<access-token#1~test>): POST /logout answered 405 M_UNRECOGNIZED");
    }

    private static async Task<PreflightFinished> Finish(MatrixServerOptions options, params (string Name, bool Declared)[] capabilities)
    {
        await using var server = await ReferenceServer.Start(options);
        var declared = capabilities.ToDictionary(capability => capability.Name, capability => capability.Declared);
        return await Preflight.Finish(DrivenTarget.Settings(server) with { Capabilities = declared });
    }

    private static IEnumerable<string> Seen(PreflightFinished finished, bool isThere) =>
        finished.Capabilities.Where(capability => capability.Seen == isThere).Select(capability => capability.Name);
}
