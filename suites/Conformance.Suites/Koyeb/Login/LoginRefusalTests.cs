using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>POST /v1/account/login: who must not be let in, and that nobody notices the attempt.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class LoginRefusalTests(KoyebTarget target)
{
    [Test, Requirement("KOY-LOGIN-10")]
    [NonParallelizable]
    public async Task Refuses_a_wrong_password()
    {
        var account = await target.LeaseToFailOneLogin(isEssential: true);
        await (await account.LogIn()).AssumeAccepted();

        var answer = await account.TryWrongPassword(target);

        answer.ShouldBeRefusedLogin();
        target.Observe("wrong password", answer.InShort());
        await (await account.LogIn()).AssumeAccepted();
    }

    [Test, Requirement("KOY-LOGIN-11")]
    public async Task Refuses_an_unknown_email()
    {
        var account = await target.Accounts.Lease();
        await (await account.LiveSession()).AssumeAccepted();

        var answer = await account.TryElsewhere(target);

        answer.ShouldBeRefusedLogin();
        target.Observe("unknown email", answer.InShort());
        await (await account.LogIn()).AssumeAccepted();
    }

    [Test, Requirement("KOY-LOGIN-12")]
    [NonParallelizable]
    public async Task Tells_a_wrong_password_from_an_unknown_email_or_does_not()
    {
        var account = await target.LeaseToFailOneLogin();
        await account.LiveSession();

        var known = await account.TryWrongPassword(target);
        var unknown = await account.TryUnknownEmail(target);

        known.Assume(refusal => refusal.BeRefusedLogin());
        unknown.Assume(refusal => refusal.BeRefusedLogin()).Promise(refusal => refusal.SayTheSameAs(known));
        target.Observe("wrong password and unknown email differ in", new RefusalComparison([known], [unknown]).Differences);
    }

    [Test, Requirement("KOY-LOGIN-21")]
    [NonParallelizable]
    public async Task Keeps_the_session_of_the_user_on_a_bad_day()
    {
        var account = await target.LeaseToFailOneLogin();
        await account.AssumeGoodDay();
        var session = await account.LogIn();
        await session.AssumeAccepted();

        await account.AssumeFailsToLogIn(target);

        (await session.Probe()).PromiseFirst(answer => answer.HaveStatus(200));
        await session.AssumeUnharmedByGarbage(target);
        (await session.Renew()).Promise(refresh => refresh.HaveStatus(200).HaveTextAt("/token/id"));
        (await session.TryLogOut()).Promise(logout => logout.HaveSuccessStatus());
    }
}
