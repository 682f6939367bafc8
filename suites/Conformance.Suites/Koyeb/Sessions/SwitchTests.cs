using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>POST /v1/organizations/{id}/switch, edition s26: another session of the user, in the organization that was asked for.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class SwitchTests(KoyebTarget target)
{
    private static readonly Softening OtherRefusals = new(
        (exchange, mismatch) => exchange.Response?.Status is >= 400 and < 500 && mismatch.Subject == "status",
        "It is refused; that the status is 403 or 404 is only a remark of the row.");

    [Test, Requirement("KOY-SWITCH-01")]
    public async Task Opens_a_session_in_the_organization()
    {
        target.Needs(Capabilities.OrganizationSwitch);
        var account = await target.LeaseWithOrganization();
        var session = await account.LogIn();
        session.Begun.Assume(login => login.NotHaveText("/token/organization_id", account.OrganizationId!));
        await session.AssumeAccepted();

        var answer = await session.TrySwitchTo(account.OrganizationId!);

        answer
            .ShouldSucceedAs(KoyebEndpoints.SwitchOrganization)
            .Promise(begun => begun.HaveText("/token/organization_id", account.OrganizationId!));
        await session.ShouldBeUnharmed();
    }

    [Test, Requirement("KOY-SWITCH-01")]
    public async Task Refuses_an_organization_that_the_user_is_not_in()
    {
        target.Needs(Capabilities.OrganizationSwitch);
        var account = await target.LeaseWithOrganization();
        var session = await account.LogIn();
        (await session.TrySwitchTo(account.OrganizationId!)).Assume(begun => begun.HaveSuccessStatus());

        var answer = await session.TrySwitchTo(KoyebClient.NobodysOrganization);

        answer.Promise(refusal => refusal.HaveOneOfStatuses(403, 404).HaveNothingAt("/token"), OtherRefusals);
        target.Observe("switch to an organization that the user is not in", answer.InShort());
        await session.ShouldBeAccepted();
    }
}
