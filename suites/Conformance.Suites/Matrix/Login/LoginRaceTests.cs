using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /login, many at once.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LoginRaceTests(MatrixTarget target)
{
    private const int Rounds = 4;

    [Test, Requirement("MTX-LOGIN-10")]
    public async Task Makes_one_device_of_two_logins_at_once()
    {
        target.Needs(Capabilities.DeviceList);
        var account = await target.Accounts.Lease();
        var laptop = await account.LogIn();
        await laptop.AssumeAccepted();

        for (var round = 0; round < Rounds; round++)
        {
            var deviceId = target.NewDeviceId();
            var phones = await Task.WhenAll(account.LogIn(deviceId), account.LogIn(deviceId));

            await phones.ShouldHaveOneAccepted();
            await phones.AssumeOnTheirDevice();
            await laptop.ShouldBeAccepted();
            await laptop.ShouldListOnce(deviceId);
            await phones.AssumeOnTheirDevice();
            await phones.LogOutOfTheirDevice();
            await laptop.AssumeGone(phones[0]);
        }
    }

    [Test, Requirement("MTX-LOGIN-46")]
    public async Task Keeps_two_users_apart_who_log_in_at_once()
    {
        var (one, other) = await target.Accounts.LeaseTwo();
        var (first, second) = (await one.LogIn(), await other.LogIn());

        for (var round = 0; round < Rounds; round++)
        {
            await first.LogOut();
            await second.LogOut();
            var sessions = await Task.WhenAll(first.ShouldLogInAs(stranger: second), second.ShouldLogInAs(stranger: first));

            await sessions[0].ShouldBeOf(first, stranger: sessions[1]);
            await sessions[1].ShouldBeOf(second, stranger: sessions[0]);
            (first, second) = (sessions[0], sessions[1]);
        }
    }
}
