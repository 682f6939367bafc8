using System.Text.Json.Nodes;
using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /login: the device that a session is on.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LoginDeviceTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGIN-04")]
    public async Task Makes_a_device_where_the_login_names_none()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var phone = await account.ShouldLogIn(account.PasswordLogin().Without("device_id"));
        await phone.AssumeAccepted();

        await phone.ShouldHaveItsDevice();
    }

    [Test, Requirement("MTX-LOGIN-05")]
    public async Task Makes_another_device_for_each_login_that_names_none()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogInWith(account.PasswordLogin().Without("device_id"));

        var laptop = await account.ShouldLogIn(
            account.PasswordLogin().Without("device_id"),
            login => login.NotHaveText("/device_id", phone.DeviceId).NotHaveText("/access_token", phone.AccessToken.Label));
        await phone.AssumeAccepted();
        await laptop.AssumeAccepted();

        await phone.ShouldBeBoundToItsDevice();
        await laptop.ShouldBeBoundToItsDevice();
    }

    [Test, Requirement("MTX-LOGIN-06")]
    public async Task Takes_the_device_id_that_the_login_names()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();
        var deviceId = target.NewDeviceId();

        var phone = await account.ShouldLogIn(
            account.PasswordLogin().With("device_id", deviceId), login => login.HaveText("/device_id", deviceId));
        await phone.AssumeAccepted();

        await phone.ShouldBeBoundToItsDevice();
    }

    [Test, Requirement("MTX-LOGIN-06")]
    public async Task Binds_the_token_to_the_known_device_that_the_login_names()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();

        var again = await account.LogInAgainOn(phone);
        await again.AssumeAccepted();

        await again.ShouldBeBoundToItsDevice();
    }

    [Test, Requirement("MTX-LOGIN-07")]
    public async Task Names_a_new_device()
    {
        var account = await target.Accounts.Lease();
        var name = target.DeviceName();

        var phone = await account.LogIn(deviceName: name);

        await phone.AssumeListed(phone);
        await phone.ShouldBeNamed(name);
    }

    [Test, Requirement("MTX-LOGIN-08")]
    public async Task Keeps_the_name_of_a_known_device()
    {
        var account = await target.Accounts.Lease();
        var (name, laterName) = (target.DeviceName(), $"Not {target.DeviceName()}");
        var phone = await account.LogIn(deviceName: name);
        await phone.AssumeBoundToItsDevice();
        await phone.AssumeNamed(name);

        var again = await account.LogInAgainOn(phone, laterName);
        await again.AssumeOnDeviceOf(phone);

        await again.ShouldBeNamed(name);
    }

    [TestCaseSource(typeof(UnusualDeviceIds), nameof(UnusualDeviceIds.Kinds))]
    [Requirement("MTX-LOGIN-06")]
    public async Task Takes_an_unusual_device_id_as_it_is_or_refuses_it(string kind)
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();
        var deviceId = target.UnusualDeviceId(kind);

        var phone = await account.ShouldLogInOrBeRefused(
            account.PasswordLogin().With("device_id", deviceId), login => login.HaveText("/device_id", deviceId));

        target.Observe($"device id {kind}", phone is null ? "refused" : "taken");
        if (phone is not null)
        {
            await phone.AssumeAccepted();
            await phone.ShouldBeBoundToItsDevice();
            await phone.ShouldBeInAnyList();
            var byId = await phone.DeviceOfUnusualId(deviceId);
            target.Observe($"device id {kind} in a path", $"{byId.Status}");
            await phone.LogOut();
        }
    }

    [TestCase("\"\""), TestCase("null")]
    [Requirement("MTX-LOGIN-06")]
    public async Task Does_something_with_a_device_id_that_says_nothing(string deviceId)
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var login = await account.TryLogInWith(account.PasswordLogin().With("device_id", JsonNode.Parse(deviceId)));

        login.Promise(answer => answer.BeAcceptedOrRefused());
        target.Observe($"device id {deviceId}", login.InShort());
    }
}
