using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Koyeb;

/// <summary>A session counts as closed when its token is refused, and not before.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class KoyebEndingTests
{
    private const string Token = """{"token":{"id":"true-token","user_id":"alice"}}""";

    private static readonly KoyebServerOptions FourOperations = new() { ServesProfile = false, ServesTestAuth = false };

    private static IEnumerable<TestCaseData> Ending =>
    [
        Named("an honest server", FourOperations),
        Named("a slow server", FourOperations with { RevocationDelay = TimeSpan.FromMilliseconds(100) }),
        Named(
            "a slow server that prolongs", FourOperations with { RevocationDelay = TimeSpan.FromMilliseconds(100), RenewsInPlace = true }),
        Named("a server that lets everybody log out twice", FourOperations with { Faults = ["AcceptsSecondLogout"] }),
    ];

    private static IEnumerable<TestCaseData> Lasting =>
    [
        Named("refresh is the probe", FourOperations with { Faults = ["KeepsBearerAfterLogout"] }),
        Named("the profile is the probe", FourOperations with { ServesProfile = true, Faults = ["KeepsBearerAfterLogout"] }),
    ];

    [TestCaseSource(nameof(Ending))]
    public async Task Proves_that_sessions_have_ended(KoyebServerOptions options)
    {
        var (beforehand, afterwards) = await LeftOpen(options);

        beforehand.Should().BeEmpty();
        afterwards.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Lasting))]
    public async Task Tells_of_tokens_that_live_on(KoyebServerOptions options)
    {
        var (beforehand, afterwards) = await LeftOpen(options);

        beforehand.Should().ContainSingle().Which.Should().EndWith(
            "(<access-token#1~test>): the token is not refused after DELETE /v1/account/logout answered 200");
        afterwards.Should().ContainSingle();
    }

    [Test]
    public async Task Believes_a_logout_that_is_answered_201()
    {
        using var server = new CannedServer(request => request.Deed switch
        {
            "POST /v1/account/login" => CannedReply.Json(201, Token),
            "DELETE /v1/account/logout" => CannedReply.Json(201, "{}"),
            _ => CannedReply.Json(401, "{}"),
        });

        var finished = await Preflight.Finish(DrivenTarget.Settings(server.BaseUrl, KnownDialects.Koyeb));

        finished.Problem.Should().BeNull();
        finished.LeftOpen.Should().BeEmpty();
    }

    [Test]
    public async Task Finds_a_switch_behind_a_router_that_looks_for_the_organization_first()
    {
        using var server = new CannedServer(request => request.Deed switch
        {
            "POST /v1/account/login" => CannedReply.Json(200, Token),
            "DELETE /v1/account/logout" => CannedReply.Json(200, "{}"),
            _ when request.Deed.Contains("/v1/organizations/", StringComparison.Ordinal)
                && !request.Deed.Contains("own-organization", StringComparison.Ordinal) =>
                CannedReply.Json(404, "{}"),
            _ => CannedReply.Json(401, "{}"),
        });
        var settings = DrivenTarget.Settings(server.BaseUrl, KnownDialects.Koyeb);

        var finished = await Preflight.Finish(
            settings with { Edition = "s26", Accounts = [settings.Accounts[0] with { OrganizationId = "own-organization" }] });

        finished.Capabilities.Single(capability => capability.Name == "organizationSwitch").Seen.Should().BeTrue();
    }

    // What the preflight leaves open, and what a scenario does.
    private static async Task<(IReadOnlyList<string> Beforehand, IReadOnlyList<string> Afterwards)> LeftOpen(KoyebServerOptions options)
    {
        var time = new SkippingTime();
        await using var server = await ReferenceServer.Start(options with { Time = time });
        var settings = DrivenTarget.Settings(server, KnownDialects.Koyeb) with
        {
            Probe = options.ServesProfile ? SessionProbe.Profile : SessionProbe.Refresh,
            // Where sessions are limited none is handed on, and the preflight closes its own.
            Limits = new LimitSettings { SessionsPerUser = 1 },
        };
        var beforehand = (await Preflight.Finish(settings, time)).LeftOpen;
        using var target = new DrivenTarget(settings, time);
        var scenario = target.Enter();
        await (await target.Koyeb.Accounts.Lease()).LogIn();
        return (beforehand, (await scenario.Finish(ended: null)).LeftOpen);
    }

    private static TestCaseData Named(string name, KoyebServerOptions options) => new TestCaseData(options).SetArgDisplayNames(name);
}
