using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>GET /account/whoami by an application service, as itself and as one of its users.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class WhoAmIApplicationServiceTests(MatrixTarget target)
{
    [Test, Requirement("MTX-WHOAMI-03")]
    public async Task Names_no_device_where_there_is_none()
    {
        var bridge = target.ApplicationService();

        var answer = await bridge.WhoAmI();

        answer.Assume(whoami => whoami.HaveStatus(200).HaveTextAt("/user_id"))
            .Promise(whoami => whoami.NotHaveMember("device_id"));
    }

    [Test, Requirement("MTX-WHOAMI-06")]
    public async Task Takes_an_application_service_for_its_user()
    {
        var bridge = target.ApplicationService();

        var answer = await bridge.WhoAmI(asUser: bridge.User);

        answer.Promise(whoami => whoami.HaveStatus(200).HaveText("/user_id", bridge.User));
    }

    [Test, Requirement("MTX-WHOAMI-06")]
    public async Task Takes_no_application_service_for_a_user_of_others()
    {
        var bridge = target.ApplicationService();
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        (await bridge.WhoAmI(asUser: bridge.User)).Assume(whoami => whoami.HaveStatus(200));

        var answer = await bridge.WhoAmI(asUser: phone.UserId);

        answer.Promise(whoami => whoami.HaveStatus(403).HaveText("/errcode", "M_FORBIDDEN"));
    }

    [Test, Requirement("MTX-WHOAMI-06")]
    public async Task Takes_no_application_service_for_a_user_who_is_not_registered()
    {
        var bridge = target.ApplicationService();
        (await bridge.WhoAmI(asUser: bridge.User)).Assume(whoami => whoami.HaveStatus(200));

        var answer = await bridge.WhoAmI(asUser: bridge.UnregisteredUser);

        answer.Promise(whoami => whoami.HaveStatus(403).HaveText("/errcode", "M_FORBIDDEN"));
    }

    [Test, Requirement("MTX-WHOAMI-07")]
    public async Task Refuses_a_device_that_is_not_one_of_the_user()
    {
        var bridge = await target.TakeApplicationService();
        var login = await bridge.TryLogIn(bridge.User);
        // Where an application service cannot log its user in, there is no device to compare with.
        (await bridge.WhoAmI(asUser: bridge.User, asDevice: login.Text("/device_id"))).Assume(whoami => whoami.HaveStatus(200));

        var answer = await bridge.WhoAmI(asUser: bridge.User, asDevice: ScenarioRun.Current.Data.DeviceId());

        answer.Promise(whoami => whoami.HaveStatus(400).HaveText("/errcode", "M_UNKNOWN_DEVICE"));
    }
}
