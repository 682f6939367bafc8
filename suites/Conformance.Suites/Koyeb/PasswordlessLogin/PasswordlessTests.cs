using Conformance.Fixtures.Http;
using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>POST /v1/account/passwordless_login with an address: edition s21 takes it, and nobody is logged out.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class PasswordlessTests(KoyebTarget target)
{
    [Test, Requirement("KOY-PWLESS-01")]
    [NonParallelizable]
    public async Task Takes_the_address_of_a_user()
    {
        var mail = await target.RequestMailOnce();

        mail.Reply.PromiseFirst(reply => reply.HaveStatus(200))
            .Promise(reply => reply.BeJsonObject(), ReplyAssertions.EmptyBody);
    }

    [Test, Requirement("KOY-PWLESS-04")]
    public async Task Does_something_with_an_address_that_nobody_has()
    {
        target.NeedsPermissionToCreateAccounts();
        var account = await target.Accounts.Lease();
        var session = await account.LiveSession();

        var answer = await session.AskForMail(Call.Write(new { email = target.UnknownEmail() }));

        target.Observe("passwordless login of an unknown address", answer.InShort());
    }

    [Test, Requirement("KOY-PWLESS-09")]
    [NonParallelizable]
    public async Task Keeps_the_sessions_of_the_user()
    {
        var mail = await target.RequestMailOnce();

        mail.Reply.Assume(reply => reply.HaveSuccessStatus());
        mail.NeighbourAfterwards?.Assume(neighbour => neighbour.HaveStatus(200));
        mail.NeighbourRefreshed?.Assume(neighbour => neighbour.HaveStatus(200));
        mail.SessionAfterwards.Promise(session => session.HaveStatus(200));
        mail.SessionRefreshed.Promise(session => session.HaveStatus(200));
    }

    [Test, Requirement("KOY-PWLESS-11")]
    public async Task Does_something_where_the_operation_is_no_more()
    {
        var answer = await target.Client.AskForPasswordlessLogin(Call.Json(new { }));

        target.Observe("passwordless login, which this edition has dropped", answer.InShort());
    }
}
