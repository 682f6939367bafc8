using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>GET /devices: every device of the caller once, and nobody else's.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class DeviceListTests(MatrixTarget target)
{
    [Test, Requirement("MTX-DEV-01")]
    public async Task Lists_devices()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogInBound(deviceName: target.DeviceName());

        var answer = await phone.Devices();

        answer.Promise(list => list.BeSuccessOf(MatrixEndpoints.Devices));
    }

    [Test, Requirement("MTX-DEV-02")]
    public async Task Lists_every_device_once_and_nobody_elses()
    {
        target.Needs(Capabilities.DeviceList);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, laptop) = (await owner.LiveBoundSession(), await owner.LiveBoundSession());
        var stranger = await neighbour.LogInBound(deviceName: "theirs");
        await stranger.AssumeListed(stranger);

        await phone.ShouldListOnce(phone.DeviceId);
        await phone.ShouldListOnce(laptop.DeviceId);
        await phone.ShouldNotList(stranger);
    }

    [Test, Requirement("MTX-DEV-02"), NonParallelizable]
    public async Task Lists_no_device_of_a_login_that_was_refused()
    {
        target.Needs(Capabilities.DeviceList);
        var account = await target.Accounts.Lease();
        var (phone, deviceId) = (await account.LogInBound(), target.NewDeviceId());
        await phone.AssumeListed(phone);
        var wrong = account.LoginWithWrongPassword().With("device_id", deviceId).With("initial_device_display_name", "never");

        (await account.TryLogInWith(wrong)).NeedsFailure("MTX-LOGIN-12");

        (await phone.Devices()).Promise(list => list.NotListDevice(deviceId));
    }

    [Test, Requirement("MTX-DEV-02")]
    public async Task Lists_a_device_of_a_login_by_another_spelling_of_the_user()
    {
        target.Needs(Capabilities.DeviceList);
        var account = await target.Accounts.Lease();
        var phone = await account.LiveBoundSession();
        var shouted = await account.TryLogInWith(account.PasswordLogin(phone.UserIdInCapitals()));
        if (shouted.Text("/user_id") != phone.UserId)
            throw new NotApplicableException("The server does not take the user id in capitals for the same user.");

        shouted.Assume(login => login.HaveTextAt("/device_id").HaveTextAt("/access_token"));
        var deviceId = shouted.Text("/device_id")!;
        (await phone.Client.WhoAmI(shouted.Secret("/access_token"))).Assume(bearer => bearer.BeBoundTo(phone.UserId, deviceId));

        await phone.ShouldListOnce(deviceId);
        await phone.ShouldListOnce(phone.DeviceId);
    }

    [Test, Requirement("MTX-DEV-05")]
    public async Task Shows_nobody_elses_device()
    {
        target.Needs(Capabilities.DeviceDetails);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, stranger) = (await owner.LiveBoundSession(), await neighbour.LiveBoundSession());
        (await stranger.Device(stranger.DeviceId)).Assume(device => device.HaveStatus(200));

        var answer = await phone.Device(stranger.DeviceId);

        answer.Promise(device => device.HaveStatus(404));
        (await phone.Device(phone.DeviceId)).Assume(device => device.HaveStatus(200));
    }
}
