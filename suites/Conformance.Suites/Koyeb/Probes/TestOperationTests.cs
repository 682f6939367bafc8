using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>POST /v1/test/auth and GET /v1/test/anon: what the server hears, and from whom.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class TestOperationTests(KoyebTarget target)
{
    private const string Payload = "said by the suite";

    [Test, Requirement("KOY-TEST-01")]
    public async Task Echoes_what_it_is_told_and_by_whom()
    {
        target.Needs(Capabilities.TestAuth);
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        await session.AssumeAccepted();

        var answer = await session.Client.Echo(session.Token, Payload);

        answer.ShouldSucceedAs(KoyebEndpoints.TestAuth).Promise(echo => echo.HaveText("/payload", Payload).HaveTextAt("/user_id"));
        if (session.Begun.Text("/token/user_id") is { } user)
            answer.Promise(echo => echo.HaveText("/user_id", user));
    }

    [Test, Requirement("KOY-TEST-01")]
    public async Task Echoes_nothing_without_a_valid_token()
    {
        target.Needs(Capabilities.TestAuth);
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();
        (await session.Client.Echo(session.Token, Payload)).Assume(echo => echo.HaveStatus(200));

        var missing = await session.Client.Echo(token: null, Payload);
        var unknown = await session.Client.Echo(target.BogusToken(), Payload);

        missing.ShouldBeUnauthenticated();
        unknown.ShouldBeUnauthenticated();
        await session.AssumeAccepted();
    }

    [Test, Requirement("KOY-TEST-01")]
    public async Task Answers_everybody_with_an_object()
    {
        target.Needs(Capabilities.TestAuth);

        var answer = await target.Client.AskAnonymously();

        answer.Promise(anonymous => anonymous.HaveStatus(200).BeJsonObject());
    }
}
