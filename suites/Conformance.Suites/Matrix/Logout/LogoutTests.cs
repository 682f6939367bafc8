using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /logout: the token dies, and nobody else notices.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LogoutTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUT-01")]
    public async Task Succeeds_without_a_body()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        await phone.AssumeAccepted();

        var answer = await phone.TryLogOut();

        answer.Promise(logout => logout.BeSuccessOf(MatrixEndpoints.Logout));
    }

    [Test, Requirement("MTX-LOGOUT-02")]
    public async Task Kills_the_token_on_every_endpoint()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var laptop = await account.LiveSession();
        await phone.AssumeAcceptedEverywhere();

        await phone.LogOut();

        await phone.ShouldBeRefusedEverywhere(MatrixErrors.UnknownToken);
        await laptop.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGOUT-02")]
    public async Task Kills_the_token_on_fresh_connections()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var laptop = await account.LiveSession();
        await phone.AssumeAccepted(freshConnection: true);

        await phone.LogOut();

        await phone.ShouldBeRefusedOnFreshConnections(connections: 8, MatrixErrors.UnknownToken);
        await laptop.AssumeAccepted(freshConnection: true);
    }

    [Test, Requirement("MTX-LOGOUT-02")]
    public async Task Kills_the_token_for_logging_out_everywhere()
    {
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        var phone = await owner.LogIn();
        var bystander = await neighbour.LiveSession();
        await phone.AssumeAccepted();

        await phone.LogOut();
        await phone.WaitForEnd();

        await phone.ShouldBeRefusedAtLogoutEverywhere(MatrixErrors.UnknownToken);
        await bystander.AssumeAccepted();
        await (await owner.LogIn()).LogOutEverywhere();
    }

    [Test, Requirement("MTX-LOGOUT-05")]
    public async Task Keeps_the_other_sessions_of_the_user()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        var laptop = await account.LogIn();
        await laptop.AssumeAccepted();
        await laptop.AssumeListed(laptop);

        await phone.LogOut();
        await phone.AssumeEnded();

        await laptop.ShouldBeAccepted();
        await laptop.ShouldList(laptop);
    }

    [Test, Requirement("MTX-LOGOUT-06")]
    public async Task Keeps_another_user_on_the_same_device_id()
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var phone = await owner.LogIn();
        var namesake = await neighbour.LogIn(phone.DeviceId);
        await phone.AssumeBoundToItsDevice();
        await namesake.AssumeBoundToItsDevice();

        await phone.LogOut();
        await phone.AssumeEnded();

        await namesake.ShouldBeAccepted();
    }

    [Test, Requirement("MTX-LOGOUT-11")]
    public async Task Accepts_an_empty_object_as_body()
    {
        var account = await target.Accounts.Lease();
        await (await account.LogIn()).LogOut();
        var phone = await account.LogIn();

        var answer = await phone.TryLogOut(Call.Json(new { }));

        answer.Promise(logout => logout.HaveSuccessStatus());
    }

    [Test, Requirement("MTX-LOGOUT-12")]
    public async Task Does_something_with_a_body_that_is_not_JSON()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();

        var answer = await phone.TryLogOut(Call.Text("not json"));

        target.Observe("body that is not JSON on /logout", answer.InShort());
    }
}
