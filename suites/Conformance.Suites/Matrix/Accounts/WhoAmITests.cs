using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>GET /account/whoami: whose token it is.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class WhoAmITests(MatrixTarget target)
{
    [Test, Requirement("MTX-WHOAMI-01")]
    public async Task Tells_the_owner_of_the_token()
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var phone = await owner.LiveSession();
        var namesake = await neighbour.LogIn(phone.DeviceId);
        await phone.AssumeListed(phone);
        await namesake.AssumeListed(namesake);

        (await phone.WhoAmI()).Promise(whoami => whoami.HaveStatus(200).HaveText("/user_id", phone.UserId));
        (await phone.Client.WhoAmI(namesake.AccessToken)).Promise(whoami => whoami.HaveStatus(200).HaveText("/user_id", namesake.UserId));
    }

    [Test, Requirement("MTX-WHOAMI-02")]
    public async Task Tells_the_device_of_the_token()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LiveSession(), await account.LiveSession());
        await phone.AssumeListed(phone);
        await phone.AssumeListed(laptop);

        var (first, second) = (await phone.WhoAmI(), await phone.Client.WhoAmI(laptop.AccessToken));

        first.Assume(whoami => whoami.HaveStatus(200)).Promise(whoami => whoami.HaveText("/device_id", phone.DeviceId));
        second.Assume(whoami => whoami.HaveStatus(200)).Promise(whoami => whoami.HaveText("/device_id", laptop.DeviceId));
    }

    [Test, Requirement("MTX-WHOAMI-04")]
    public async Task Calls_no_user_a_guest()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();

        var answer = await phone.WhoAmI();

        answer.Assume(whoami => whoami.HaveStatus(200)).Promise(whoami => whoami.NotHaveValue("/is_guest", "true"));
    }

    [Test, Requirement("MTX-WHOAMI-04")]
    public async Task Calls_a_guest_one()
    {
        target.Needs(Capabilities.Guests);
        var guest = await target.RegisterGuest();

        var answer = await guest.WhoAmI();

        answer.Assume(whoami => whoami.HaveStatus(200)).Promise(whoami => whoami.TellGuest());
    }

    [Test, Requirement("MTX-WHOAMI-05")]
    public async Task Refuses_a_request_without_a_token()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeAccepted();

        var answer = await phone.Client.WhoAmI(token: null);

        answer.Promise(whoami => whoami.BeRefusedWith(MatrixErrors.MissingToken));
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-WHOAMI-05")]
    public async Task Refuses_a_token_that_never_was_one()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeAccepted();

        var answer = await phone.Client.WhoAmI(target.BogusToken());

        answer.Promise(whoami => whoami.BeRefusedWith(MatrixErrors.UnknownToken));
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-WHOAMI-08")]
    public async Task Answers_guests()
    {
        target.Needs(Capabilities.Guests);
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeAccepted();
        var guest = await target.RegisterGuest();

        var answer = await guest.WhoAmI();

        answer.Promise(whoami => whoami.HaveStatus(200));
    }
}
