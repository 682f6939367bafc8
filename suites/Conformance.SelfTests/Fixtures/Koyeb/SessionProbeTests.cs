using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Koyeb;

/// <summary>A probe that the target file names has to be there; one that it does not name is found.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SessionProbeTests
{
    private static readonly KoyebServerOptions Koyeb = new() { Edition = "s26" };

    private static readonly KoyebServerOptions FourOperations = new() { ServesProfile = false };

    [Test]
    public async Task Finds_no_problem_with_a_probe_that_is_served([Values] SessionProbe probe) =>
        (await ProblemOf(Koyeb, probe)).Should().BeNull();

    [Test]
    public async Task Finds_no_problem_where_none_is_named() => (await ProblemOf(FourOperations, probe: null)).Should().BeNull();

    [Test]
    public async Task Names_a_profile_that_is_not_served() => (await ProblemOf(FourOperations, SessionProbe.Profile))
        .Should()
        .Contain(
            "the probe that driven.json names is not served: GET /v1/account/profile answered 404 unknown_resource. "
            + "Name another probe, or remove the key");

    [Test]
    public async Task Names_a_test_that_is_not_served() => (await ProblemOf(Koyeb with { ServesTestAuth = false }, SessionProbe.TestAuth))
        .Should()
        .Contain(
            "the probe that driven.json names is not served: POST /v1/test/auth answered 404 unknown_resource. "
            + "Name another probe, or remove the key");

    [Test]
    public async Task Closes_its_session_where_the_probe_is_not_served()
    {
        using var server = new CannedServer(request => CannedReply.Json(
            request.Deed.EndsWith("/profile", StringComparison.Ordinal) ? 404 : 200,
            """{"token":{"id":"true-token","user_id":"alice"}}"""));

        var problem = await Preflight.Problem(
            DrivenTarget.Settings(server.BaseUrl, KnownDialects.Koyeb) with { Probe = SessionProbe.Profile });

        problem.Should().Contain("is not served");
        server.Requests.Should().Contain(request => request.Deed == "DELETE /v1/account/logout");
    }

    private static async Task<string?> ProblemOf(KoyebServerOptions options, SessionProbe? probe)
    {
        await using var server = await ReferenceServer.Start(options);
        return await Preflight.Problem(
            DrivenTarget.Settings(server, KnownDialects.Koyeb) with { Edition = options.Edition, Probe = probe });
    }
}
