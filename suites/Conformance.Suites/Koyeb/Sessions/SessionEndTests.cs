using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>
/// Sessions, however they were got: a logout ends each of them for everything that its token
/// opened, and a refresh does what it does.
/// </summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class SessionEndTests(KoyebTarget target)
{
    private static IEnumerable<TestCaseData> Origins =>
        KoyebOrigin.All.Select(origin => new TestCaseData(origin).SetArgDisplayNames(origin.Name));

    [TestCaseSource(nameof(Origins)), Requirement("KOY-LOGOUT-03")]
    public async Task Kills_the_token(KoyebOrigin origin)
    {
        var account = await origin.Lease(target);
        var session = await origin.Open(account);
        await session.AssumeAcceptedAsItIs();
        var uses = KoyebSessionEnd.OfToken.UsesOf(session);

        await session.LogOut();

        await session.ShouldOpenNothing(uses);
        await (await origin.Open(account)).AssumeOpens(uses);
    }

    [TestCaseSource(nameof(Origins)), Requirement("KOY-LOGOUT-04")]
    public async Task Kills_the_token_for_refreshing(KoyebOrigin origin)
    {
        var account = await origin.Lease(target);
        var session = await origin.Open(account);
        await session.AssumeAcceptedAsItIs();

        await session.LogOut();

        await session.ShouldOpenNothing(KoyebSessionEnd.OfRefreshing.Uses);
        await (await origin.Open(account)).AssumeOpens(KoyebSessionEnd.OfRefreshing.Uses);
    }

    [TestCaseSource(nameof(Origins)), Requirement("KOY-REFRESH-10")]
    public async Task Refreshes_no_token_that_was_logged_out(KoyebOrigin origin)
    {
        var account = await origin.Lease(target);
        var session = await origin.Open(account);
        await session.AssumeAcceptedAsItIs();

        await session.LogOut();

        await session.ShouldOpenNothing(KoyebSessionEnd.OfBeingRefreshed.Uses);
        await (await origin.Open(account)).AssumeOpens(KoyebSessionEnd.OfBeingRefreshed.Uses);
    }

    [TestCaseSource(nameof(Origins)), Requirement("KOY-LOGOUT-05")]
    public async Task Refuses_a_second_logout(KoyebOrigin origin)
    {
        var account = await origin.Lease(target);
        var session = await origin.Open(account);
        await session.AssumeAcceptedAsItIs();

        await session.LogOut();

        await session.ShouldBeToldItsEnd(KoyebSessionEnd.OfLoggingOut.Uses);
        await (await origin.Open(account)).AssumeOpens(KoyebSessionEnd.OfLoggingOut.Uses);
    }

    [TestCaseSource(nameof(Origins)), Requirement("KOY-REFRESH-07")]
    public async Task Does_something_with_the_token_that_a_refresh_replaces(KoyebOrigin origin)
    {
        var session = await origin.Open(await origin.Lease(target));
        var uses = KoyebSessionEnd.ByRefresh.UsesOf(session);
        await session.RefreshToAnother();

        var fate = await session.FateFor(uses);

        target.Observe($"token of {origin} after its refresh", target.BesideDeclared(fate));
    }

    [Test, Requirement("KOY-LOGOUT-03")]
    public async Task Keeps_the_token_dead_however_often_it_is_asked_for()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAcceptedAsItIs();

        await session.LogOut();

        await session.ShouldStayEnded(KoyebSessionEnd.Tries);
        await (await account.LogIn()).AssumeAccepted();
    }

    [Test, Requirement("KOY-REFRESH-07")]
    public async Task Does_something_with_the_old_token_however_often_it_is_asked_for()
    {
        var session = await (await target.Accounts.Lease()).LogIn();
        await session.RefreshToAnother();

        var fate = await session.FateIn(KoyebSessionEnd.Tries);

        target.Observe("old token after a refresh, asked for often", fate);
    }

    [Test, Requirement("KOY-AUTH-02")]
    public async Task Tells_of_a_token_that_was_logged_out_as_of_any_that_is_not_valid()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();
        await session.AssumeAcceptedAsItIs();
        var uses = target.ProbeAndRefresh();

        await session.LogOut();

        await session.ShouldBeToldWhereRefused(uses);
        await (await account.LogIn()).AssumeOpens(uses);
    }
}
