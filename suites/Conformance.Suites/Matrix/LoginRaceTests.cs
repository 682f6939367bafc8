using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /login, many at once.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LoginRaceTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGIN-10")]
    public async Task Makes_one_device_of_many_logins_at_once()
    {
        var account = await target.Accounts.Lease();
        var laptop = await account.LogInOnNamedDevice();
        var deviceId = target.NewDeviceId();

        var phones = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => account.ShouldLogInAs(laptop.UserId, deviceId)));

        await laptop.ShouldBeAccepted();
        await laptop.ShouldListOnce(deviceId);
        await phones.ShouldHaveOneAccepted();
    }

    [Test, Requirement("MTX-LOGIN-46")]
    public async Task Keeps_two_users_apart_who_log_in_at_once()
    {
        var (one, other) = await target.Accounts.LeaseTwo();
        var (first, second) = (await one.LogIn(), await other.LogIn());
        string[] ofFirst = [target.NewDeviceId(), target.NewDeviceId(), target.NewDeviceId()];
        string[] ofSecond = [target.NewDeviceId(), target.NewDeviceId(), target.NewDeviceId()];

        var sessions = await Task.WhenAll(
        [
            .. ofFirst.Select(deviceId => one.ShouldLogInAs(first.UserId, deviceId)),
            .. ofSecond.Select(deviceId => other.ShouldLogInAs(second.UserId, deviceId)),
        ]);

        await Task.WhenAll(sessions.Select(session => session.ShouldBelongTo(session.Account == one ? first.UserId : second.UserId)));
        (await first.Client.Devices(first.AccessToken)).Promise(answer => answer.ListNoneOf(ofSecond));
        (await second.Client.Devices(second.AccessToken)).Promise(answer => answer.ListNoneOf(ofFirst));
    }
}
