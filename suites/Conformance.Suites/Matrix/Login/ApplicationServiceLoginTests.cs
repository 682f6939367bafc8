using Conformance.Fixtures.Matrix;
using Conformance.Record.Secrets;

namespace Conformance.Suites.Matrix;

/// <summary>POST /login of type m.login.application_service: its own users, and nobody else.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class ApplicationServiceLoginTests(MatrixTarget target)
{
    [Test, Requirement("MTX-ASLOGIN-01")]
    public async Task Lets_an_application_service_log_its_user_in()
    {
        var bridge = await target.TakeApplicationService();

        var answer = await bridge.TryLogIn(bridge.User);

        answer.ExceptUnsupported().Promise(login => login.BeSuccessOf(MatrixEndpoints.Login).HaveText("/user_id", bridge.User));
    }

    [Test, Requirement("MTX-ASLOGIN-02")]
    public async Task Refuses_an_application_service_that_logs_in_a_user_of_others()
    {
        var bridge = await target.TakeApplicationService();
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.Client.NeedsApplicationServiceLogin();
        await bridge.AssumeLogsIn();

        var answer = await bridge.TryLogIn(phone.UserId);

        answer.Promise(login => login.BeRefused().HaveText("/errcode", "M_EXCLUSIVE"));
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-ASLOGIN-03")]
    public Task Refuses_a_login_of_this_type_without_a_token() => RefusesLoginWith(_ => null);

    [Test, Requirement("MTX-ASLOGIN-03")]
    public Task Refuses_a_login_of_this_type_with_an_unknown_token() => RefusesLoginWith(_ => target.BogusToken());

    [Test, Requirement("MTX-ASLOGIN-03")]
    public Task Refuses_a_login_of_this_type_with_the_token_of_a_user() => RefusesLoginWith(phone => phone.AccessToken);

    [Test, Requirement("MTX-ASLOGIN-04")]
    public async Task Refuses_an_application_service_that_logs_in_an_unregistered_user()
    {
        var bridge = await target.TakeApplicationService();
        await bridge.AssumeLogsIn();

        var answer = await bridge.TryLogIn(bridge.UnregisteredUser);

        answer.ExceptOutsideNamespace().Promise(login => login.BeRefused().HaveText("/errcode", "M_FORBIDDEN"));
    }

    // Of the application service's own user, where the target has one: no other reason to refuse is left then.
    private async Task RefusesLoginWith(Func<MatrixSession, Secret?> token)
    {
        var bridge = target.Run.Settings.ApplicationService is null ? null : await target.TakeApplicationService();
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.Client.NeedsApplicationServiceLogin();

        if (bridge is not null)
            await bridge.AssumeLogsIn();

        var answer = await ApplicationService.TryLogInAs(phone.Client, bridge?.User ?? phone.UserId, token(phone));

        answer.Promise(login => login.BeRefusedAsNoApplicationService());
        await phone.AssumeAccepted();
    }
}
