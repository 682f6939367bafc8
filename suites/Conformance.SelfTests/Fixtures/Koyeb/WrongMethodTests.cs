using Conformance.Fixtures.Dialects;
using Conformance.Schemas.Endpoints;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Koyeb;

/// <summary>A wrong method is tried where it can do no harm: DELETE on the profile, for one, deletes the account.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class WrongMethodTests
{
    private static IEnumerable<TestCaseData> Others =>
        KoyebEndpoints.All
            .Except(KoyebEndpoints.SessionApi)
            .Select(endpoint => new TestCaseData(endpoint).SetArgDisplayNames(endpoint.ToString()));

    private static IEnumerable<TestCaseData> SessionApi =>
        KoyebEndpoints.SessionApi.Select(endpoint => new TestCaseData(endpoint).SetArgDisplayNames(endpoint.ToString()));

    [TestCaseSource(nameof(Others))]
    public async Task Refuses_to_try_one_on_other_paths_than_the_four(Endpoint endpoint)
    {
        using var server = new CannedServer(CannedReply.Json(200, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl, KnownDialects.Koyeb));
        target.Enter();

        var trying = () => target.Koyeb.Client.CallWith("DELETE", endpoint, token: null);

        await trying.Should().ThrowAsync<InvalidOperationException>();
        server.Requests.Should().BeEmpty();
    }

    [TestCaseSource(nameof(SessionApi))]
    public async Task Tries_one_on_the_four_paths(Endpoint endpoint)
    {
        using var server = new CannedServer(CannedReply.Json(405, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl, KnownDialects.Koyeb));
        target.Enter();

        await target.Koyeb.Client.CallWith("GET", endpoint, token: null);

        server.Requests.Select(request => request.Deed).Should().Equal($"GET {endpoint.Path}");
    }
}
