using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.SessionTable;
using Conformance.Record.Secrets;

namespace Conformance.Suites.Matrix;

/// <summary>
/// POST /refresh with an old refresh token: it works until one of the new tokens was used, so that a lost answer ends no session.
/// </summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class RefreshReplayTests(MatrixTarget target)
{
    [Test, Requirement("MTX-REFRESH-05")]
    public async Task Takes_the_old_token_again_while_no_new_one_was_used()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        (await phone.TryRefresh()).Assume(refreshed => refreshed.HaveStatus(200).HaveTextAt("/access_token"));

        await phone.ShouldRefresh();
        await phone.ShouldRefresh();
    }

    [TestCaseSource(typeof(SessionTable), nameof(SessionTable.CasesOf), new object[] { "MTX-REFRESH-06" })]
    [Requirement("MTX-REFRESH-06")]
    public Task Refuses_the_old_token_after_the_new_access_token_was_used(string obtaining, string ending) =>
        RefusesTheOldToken(obtaining, ending, (phone, replaced) => phone.ShouldNotRefreshAgain(replaced));

    [TestCaseSource(typeof(SessionTable), nameof(SessionTable.CasesOf), new object[] { "MTX-REFRESH-07" })]
    [Requirement("MTX-REFRESH-07")]
    public Task Refuses_the_old_token_after_the_new_refresh_token_was_used(string obtaining, string ending) =>
        RefusesTheOldToken(obtaining, ending, (phone, replaced) => phone.ShouldNotRefreshAgain(replaced));

    [Test, Requirement("MTX-REFRESH-06")]
    public Task Refuses_the_old_token_however_often_it_is_tried() =>
        RefusesTheOldToken(Obtaining.PlainestRefreshable, Ending.UseOfAccessToken, (phone, replaced) => phone.ShouldStayReplaced(replaced));

    [Test, Requirement("MTX-REFRESH-07")]
    public Task Refuses_the_forerunner_however_often_it_is_tried() =>
        RefusesTheOldToken(
            Obtaining.PlainestRefreshable, Ending.UseOfRefreshToken, (phone, replaced) => phone.ShouldStayReplaced(replaced));

    [Test, Requirement("MTX-REFRESH-09")]
    public async Task Keeps_the_old_token_where_it_hands_out_no_new_one()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);

        await phone.RefreshWithoutRotation();

        await phone.ShouldRefresh();
        await phone.ShouldRefresh();
    }

    private async Task RefusesTheOldToken(string obtaining, string ending, Func<MatrixSession, Secret, Task> refuses)
    {
        var scene = await SessionScene.Of(target, obtaining, ending);
        var (laptop, phone) = (await scene.RefreshableBystander(), await scene.Obtain());
        var replaced = await phone.Rotate();

        await scene.End(phone);

        await refuses(phone, replaced);
        await laptop.RefreshAndUse();
    }
}
