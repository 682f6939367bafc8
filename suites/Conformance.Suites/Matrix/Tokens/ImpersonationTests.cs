using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>
/// Parameters with which application services act for others do nothing for anybody else: ignored or refused, never obeyed.
/// </summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class ImpersonationTests(MatrixTarget target)
{
    private const string UnstableDeviceId = "org.matrix.msc3202.device_id";

    [Test, Requirement("MTX-TOK-11")]
    public async Task Shows_nothing_of_another_user()
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, other) = (await owner.LiveSession(), await neighbour.LiveSession());
        await phone.AssumeAccepted();
        await other.AssumeListed(other);

        var whoami = await phone.CallWithQuery(MatrixEndpoints.WhoAmI, ("user_id", other.UserId));
        var devices = await phone.CallWithQuery(MatrixEndpoints.Devices, ("user_id", other.UserId));

        whoami.Promise(answer => answer.NotHaveText("/user_id", other.UserId));
        devices.Promise(answer => answer.NotMention(other.DeviceId));
    }

    [Test, Requirement("MTX-TOK-11")]
    public async Task Ends_no_session_of_another_user()
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, other) = (await owner.LogIn(), await neighbour.LogIn());
        await (await owner.LogIn()).LogOut();
        await other.AssumeListed(other);

        await phone.CallWithQuery(MatrixEndpoints.Logout, ("user_id", other.UserId), ("device_id", other.DeviceId));

        await other.ShouldBeAccepted();
        await other.ShouldList(other);
    }

    [TestCase("device_id"), TestCase(UnstableDeviceId)]
    [Requirement("MTX-TOK-11")]
    public async Task Does_not_act_as_another_device(string parameter)
    {
        var account = await target.Accounts.Lease();
        var laptop = await account.LogIn();
        // Where any logout ends other sessions, that is judged elsewhere.
        await (await account.LogIn()).LogOut();
        var phone = await account.LogIn();
        await laptop.AssumeListed(laptop);

        var whoami = await phone.CallWithQuery(MatrixEndpoints.WhoAmI, (parameter, laptop.DeviceId));
        await phone.CallWithQuery(MatrixEndpoints.Logout, (parameter, laptop.DeviceId));

        whoami.Promise(answer => answer.NotHaveText("/device_id", laptop.DeviceId));
        await laptop.ShouldBeAccepted();
        await laptop.ShouldList(laptop);
    }

    [Test, Requirement("MTX-TOK-11")]
    public async Task Hands_out_no_token_of_another_user()
    {
        target.Needs(Capabilities.RefreshTokens);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, other) = (await owner.LogIn(wantsRefreshToken: true), await neighbour.LiveSession());
        await other.AssumeAccepted();
        await (await owner.LogIn(wantsRefreshToken: true)).Refresh();

        var refresh = await phone.TryRefreshWithQuery(("user_id", other.UserId), ("device_id", other.DeviceId));

        var whoami = await phone.Client.WhoAmI(refresh.Secret("/access_token") ?? phone.AccessToken);
        whoami.Promise(answer => answer.NotHaveText("/user_id", other.UserId).NotHaveText("/device_id", other.DeviceId));
    }
}
