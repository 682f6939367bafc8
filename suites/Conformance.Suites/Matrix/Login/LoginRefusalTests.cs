using System.Text.Json.Nodes;
using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /login: whom it must not let in, and that nobody notices the attempt.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LoginRefusalTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGIN-12")]
    public async Task Refuses_a_wrong_password()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();

        var answer = await account.TryLogInWith(account.LoginWithWrongPassword());

        answer.Promise(refusal => refusal.BeForbidden());
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-12")]
    public async Task Refuses_a_password_that_only_begins_right()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();

        var answer = await account.TryLogInWith(account.LoginWithLongerPassword());

        answer.Promise(refusal => refusal.BeForbidden());
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-12")]
    public async Task Changes_nothing_on_the_device_that_a_refused_login_names()
    {
        var account = await target.Accounts.Lease();
        var name = target.DeviceName();
        var phone = await account.LogIn(deviceName: name);
        await phone.AssumeBoundToItsDevice();
        await phone.AssumeNamed(name);

        for (var attempt = 0; attempt < 3; attempt++)
        {
            var refused = account
                .LoginWithWrongPassword()
                .With("device_id", phone.DeviceId)
                .With("initial_device_display_name", "Not mine");
            (await account.TryLogInWith(refused)).Promise(refusal => refusal.BeForbidden());
        }

        await phone.AssumeAccepted();
        await phone.ShouldBeNamed(name);
        await account.LogInAgainOn(phone);
    }

    [Test, Requirement("MTX-LOGIN-12")]
    public async Task Keeps_the_device_keys_of_the_device_that_a_refused_login_names()
    {
        target.Needs(Capabilities.DeviceKeys);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        await phone.UploadKeys();
        var keys = await phone.AssumeSeesKeysOf(phone);

        var answer = await account.TryLogInWith(account.LoginWithWrongPassword().With("device_id", phone.DeviceId));

        answer.Promise(refusal => refusal.BeForbidden());
        await phone.ShouldSeeKeysOf(phone, keys);
    }

    [Test, Requirement("MTX-LOGIN-13")]
    public async Task Refuses_an_unknown_user()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();

        var answer = await account.TryLogInWith(account.PasswordLogin(target.UnknownUser()));

        answer.Promise(refusal => refusal.BeForbidden());
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-13")]
    public async Task Refuses_an_unknown_user_by_full_user_id()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        var unknown = phone.ParsedUserId() with { Localpart = target.UnknownUser() };

        var answer = await account.TryLogInWith(account.PasswordLogin($"{unknown}"));

        answer.Promise(refusal => refusal.BeForbidden());
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-38")]
    public async Task Refuses_a_user_of_another_server()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        var foreigner = phone.ParsedUserId() with { Server = "example.invalid" };

        var answer = await account.TryLogInWith(account.PasswordLogin($"{foreigner}"));

        answer.Promise(refusal => refusal.BeClientError());
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-16")]
    public async Task Refuses_an_unknown_mail_address()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        var identifier = new JsonObject { ["type"] = "m.id.thirdparty", ["medium"] = "email", ["address"] = target.UnknownAddress() };

        var answer = await account.TryLogInWith(account.PasswordLogin().With("identifier", identifier));

        answer.Promise(refusal => refusal.HaveStatus(403));
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-19")]
    public async Task Refuses_an_unknown_phone_number()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        var identifier = new JsonObject { ["type"] = "m.id.phone", ["country"] = "GB", ["phone"] = target.UnknownPhone() };

        var answer = await account.TryLogInWith(account.PasswordLogin().With("identifier", identifier));

        answer.Promise(refusal => refusal.HaveStatus(403));
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-21")]
    public async Task Refuses_an_unknown_mail_address_in_the_deprecated_members()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        var deprecated = account.PasswordLogin().Without("identifier").With("medium", "email").With("address", target.UnknownAddress());

        var answer = await account.TryLogInWith(deprecated);

        answer.Promise(refusal => refusal.HaveStatus(403));
        await phone.AssumeAccepted();
    }
}
