using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Severity;
using Conformance.Suites;
using NUnit.Framework;

[assembly: Parallelizable(ParallelScope.All)]

namespace Conformance.SelfTests.Revocation;

/// <summary>Begins and ends the run of the scenarios here.</summary>
[SetUpFixture]
public sealed class RevocationRun
{
    /// <summary>What the fixtures are parameterized by.</summary>
    public static IEnumerable<object> Targets => Run.Current.Fixtures.OfType<RevocationTarget>();

    [OneTimeSetUp]
    public Task Begin() => Run.Course.Begin([.. TestContext.CurrentContext.ActiveTests ?? []]);

    [OneTimeTearDown]
    public Task End() => Run.Course.End();
}

/// <summary>POST /revoke: the token dies, whatever it is called, for its own client only.</summary>
[TestFixtureSource(typeof(RevocationRun), nameof(RevocationRun.Targets))]
public sealed class RevocationTests(RevocationTarget target)
{
    [Test, Requirement("REV-ACCESS-01")]
    public async Task Ends_an_access_token_at_once()
    {
        var (session, bystander) = (await target.LogIn(), await target.LogIn());
        await session.AssumeAccepted();

        (await target.Client.Revoke(session.AccessToken)).Promise(answer => answer.HaveStatus(200));

        await session.ShouldBeRefused();
        await bystander.AssumeAccepted();
    }

    [Test, Requirement("REV-REFRESH-01")]
    public async Task Ends_a_refresh_token()
    {
        var (session, bystander) = (await target.LogIn(), await target.LogIn());

        (await target.Client.Revoke(session.RefreshToken)).Assume(answer => answer.HaveStatus(200));

        await session.ShouldNotRefresh();
        (await target.Client.Refresh(bystander.RefreshToken)).Assume(answer => answer.BeSuccessOf(RevocationEndpoints.Token));
    }

    [Test, Requirement("REV-HINT-01")]
    public async Task Finds_a_token_in_spite_of_a_wrong_hint()
    {
        var (session, bystander) = (await target.LogIn(), await target.LogIn());
        await session.AssumeAccepted();

        (await target.Client.Revoke(session.AccessToken, hint: "refresh_token")).Assume(answer => answer.HaveStatus(200));

        await session.ShouldBeRefused();
        await bystander.AssumeAccepted();
    }

    [Test, Requirement("REV-CLIENT-01")]
    public async Task Refuses_a_client_with_a_wrong_secret()
    {
        var session = await target.LogIn();
        await session.AssumeAccepted();

        (await target.Impostor.Revoke(session.AccessToken)).Promise(answer => answer.HaveStatus(401).HaveText("/error", "invalid_client"));

        await session.ShouldBeAccepted();
        (await target.Client.Revoke(session.AccessToken)).Assume(answer => answer.HaveStatus(200));
    }

    [Test, Requirement("REV-ERROR-01")]
    public async Task Names_its_errors()
    {
        var session = await target.LogIn();

        (await target.Client.Refresh(session.AccessToken)).Promise(answer => answer.HaveStatus(400).MatchSchema("revocation/error"));
    }
}
