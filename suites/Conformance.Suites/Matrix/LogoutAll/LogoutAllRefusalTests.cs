using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /logout/all: whom it must not obey.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LogoutAllRefusalTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUTALL-09")]
    public async Task Refuses_a_request_without_a_token()
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, bystander) = (await owner.LogIn(), await neighbour.LogIn());
        await phone.AssumeAccepted();

        var answer = await phone.Client.LogOutEverywhere(token: null);

        answer.Promise(logout => logout.BeRefusedWith(MatrixErrors.MissingToken));
        await phone.ShouldBeAccepted();
        await bystander.ShouldBeAccepted();
    }

    [Test, Requirement("MTX-LOGOUTALL-09")]
    public async Task Refuses_a_token_that_never_was_one()
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, bystander) = (await owner.LogIn(), await neighbour.LogIn());
        await phone.AssumeAccepted();

        var answer = await phone.Client.LogOutEverywhere(target.BogusToken());

        answer.Promise(logout => logout.BeRefusedWith(MatrixErrors.UnknownToken));
        await phone.ShouldBeAccepted();
        await bystander.ShouldBeAccepted();
    }
}
