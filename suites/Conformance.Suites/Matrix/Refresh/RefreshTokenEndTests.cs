using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.SessionTable;

namespace Conformance.Suites.Matrix;

/// <summary>A refresh token dies with its device, whatever ends the device.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class RefreshTokenEndTests(MatrixTarget target)
{
    [TestCaseSource(typeof(SessionTable), nameof(SessionTable.CasesOf), new object[] { "MTX-REFRESH-13" })]
    [Requirement("MTX-REFRESH-13")]
    public async Task Ends_with_its_session(string obtaining, string ending)
    {
        var scene = await SessionScene.Of(target, obtaining, ending);
        var (bystander, phone) = (await scene.RefreshableBystander(), await scene.Obtain());
        await phone.AssumeAccepted();
        await bystander.RefreshAndUse();

        await scene.End(phone);

        await phone.ShouldNotRefresh();
        await bystander.RefreshAndUse();
    }

    [TestCase(Ending.Logout), TestCase(Ending.OwnLogoutEverywhere)]
    [Requirement("MTX-REFRESH-13")]
    public async Task Stays_dead_however_often_it_is_tried(string ending)
    {
        var scene = await SessionScene.Of(target, Obtaining.PlainestRefreshable, ending);
        var (bystander, phone) = (await scene.RefreshableBystander(), await scene.Obtain());
        await phone.AssumeAccepted();
        await bystander.RefreshAndUse();

        await scene.End(phone);

        await phone.ShouldNeverRefresh();
        await bystander.RefreshAndUse();
    }

    [Test, Requirement("MTX-REFRESH-13")]
    public async Task Ends_with_the_deletion_of_several_devices()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var (phone, tablet) = (await account.LogIn(wantsRefreshToken: true), await account.LogIn(wantsRefreshToken: true));
        var laptop = await account.LogIn(wantsRefreshToken: true);
        await phone.RefreshAndUse();
        await tablet.RefreshAndUse();
        await laptop.RefreshAndUse();

        await laptop.DeleteDevices(phone, tablet);

        await phone.ShouldNotRefresh();
        await tablet.ShouldNotRefresh();
        await laptop.RefreshAndUse();
    }

    [Test, Requirement("MTX-REFRESH-13")]
    public async Task Ends_with_a_change_of_password()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.LeaseToChangePassword();
        var (phone, caller) = (await account.LogIn(wantsRefreshToken: true), await account.LogIn(wantsRefreshToken: true));
        await phone.RefreshAndUse();
        await caller.RefreshAndUse();

        await caller.ChangePassword();

        await phone.ShouldNotRefresh();
        await caller.RefreshAndUse();
    }
}
