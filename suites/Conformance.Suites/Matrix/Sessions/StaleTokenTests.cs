using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>However a session was destroyed, its token is refused without a hint that the session could be had back.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class StaleTokenTests(MatrixTarget target)
{
    [Test, Requirement("MTX-TOK-07")]
    public async Task Calls_it_no_soft_logout_after_a_logout()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(), await account.LiveSession());
        await phone.AssumeAccepted();

        await phone.LogOut();

        await phone.ShouldBeToldOfItsEnd();
        await laptop.AssumeAccepted();
    }

    [Test, Requirement("MTX-TOK-07")]
    public async Task Calls_it_no_soft_logout_after_the_end_of_all_sessions()
    {
        var (owner, neighbour) = await target.LeaseTwoToEndAllSessions();
        var (caller, phone, bystander) = (await owner.LogIn(), await owner.LogIn(), await neighbour.LiveSession());
        await phone.AssumeAccepted();

        await caller.LogOutEverywhere();

        await caller.ShouldBeToldOfItsEnd();
        await phone.ShouldBeToldOfItsEnd();
        await bystander.AssumeAccepted();
    }
}
