using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>User-interactive authentication: what guards an operation, and what does not open it.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class InteractiveAuthenticationTests(MatrixTarget target)
{
    [Test, Requirement("MTX-UIA-01")]
    public async Task Challenges_with_flows()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());

        var one = await GuardedRequest.DeletionOf(laptop, phone.DeviceId).AskAnew();
        var several = await GuardedRequest.DeletionOf(laptop, [phone.DeviceId]).AskAnew();

        one.Promise(answer => answer.BeChallenge().MatchSchema("matrix/uia.response"));
        several.Promise(answer => answer.BeChallenge().MatchSchema("matrix/uia.response"));
    }

    [Test, Requirement("MTX-UIA-02")]
    public async Task Opens_nothing_without_authentication()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());

        var one = await GuardedRequest.DeletionOf(laptop, phone.DeviceId).AskAnew();
        var several = await GuardedRequest.DeletionOf(laptop, [phone.DeviceId]).AskAnew();

        one.Promise(answer => answer.NotSucceedUnasked());
        several.Promise(answer => answer.NotSucceedUnasked());
    }

    [Test, Requirement("MTX-UIA-02")]
    public async Task Changes_no_password_without_authentication()
    {
        var account = await target.LeaseToChangePassword();
        var phone = await account.LogIn();

        var answer = await phone.AskToChangePassword();

        answer.Promise(refusal => refusal.NotSucceed());
        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-UIA-02")]
    public async Task Deactivates_no_account_without_authentication()
    {
        var throwAway = await target.Register();
        var phone = await throwAway.Account.LogIn();

        var answer = await throwAway.AskToDeactivate(phone);

        answer.Promise(refusal => refusal.NotSucceed());
        await phone.ShouldBeAccepted();
    }

    [Test, Requirement("MTX-UIA-03"), NonParallelizable]
    public async Task Lets_a_failed_stage_be_tried_again()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        var deletion = GuardedRequest.DeletionOf(laptop, phone.DeviceId);
        var challenge = await deletion.NeedsPasswordChallenge();

        var failed = await deletion.AskWith(Stage.WrongPasswordOf(account, challenge));
        var retried = await deletion.AskWith(Stage.PasswordOf(account, failed.At("/session") is null ? challenge : failed));

        failed.Promise(answer => answer.BeChallengeAfterFailure());
        retried.Promise(answer => answer.HaveStatus(200));
    }

    [Test, Requirement("MTX-UIA-07")]
    public async Task Takes_a_session_for_the_device_that_it_was_begun_for_only()
    {
        var account = await target.Accounts.Lease();
        var (phone, tablet, laptop) = (await account.LogInBound(), await account.LogInBound(), await account.LogInBound());
        var challenge = await GuardedRequest.DeletionOf(laptop, phone.DeviceId).NeedsPasswordChallenge();
        challenge.NeedsSession();

        var answer = await GuardedRequest.DeletionOf(laptop, tablet.DeviceId).AskWith(Stage.PasswordOf(account, challenge));

        answer.Promise(refusal => refusal.NotSucceed());
        await tablet.ShouldBeKept();
        await laptop.DeleteDevice(tablet);
    }

    [Test, Requirement("MTX-UIA-07")]
    public async Task Takes_a_session_for_the_operation_that_it_was_begun_for_only()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        var challenge = await GuardedRequest.DeletionOf(laptop, [phone.DeviceId]).NeedsChallenge();
        challenge.NeedsSession();

        var answer = await GuardedRequest.DeletionOf(laptop, phone.DeviceId).PassAll(challenge, challenge.NeedsStages());

        answer.Promise(refusal => refusal.NotSucceed());
        await phone.ShouldBeKept();
        await laptop.DeleteDevice(phone);
    }

    [Test, Requirement("MTX-UIA-07")]
    public async Task Takes_a_session_once()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        var deletion = GuardedRequest.DeletionOf(laptop, phone.DeviceId);
        var challenge = await deletion.NeedsPasswordChallenge();
        var session = challenge.NeedsSession();
        (await deletion.AskWith(Stage.PasswordOf(account, challenge))).Assume(answer => answer.HaveStatus(200));
        var again = await account.LogInBound(phone.DeviceId);

        await deletion.AskWith(Stage.Empty.In(session));

        await again.ShouldBeKept();
    }

    [Test, Requirement("MTX-UIA-08")]
    public async Task Knows_its_sessions()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        var deletion = GuardedRequest.DeletionOf(laptop, phone.DeviceId);
        var challenge = await deletion.NeedsPasswordChallenge();
        challenge.NeedsSession();
        await phone.AssumeAccepted();

        var answer = await deletion.AskWith(Stage.PasswordOf(account).In(target.BogusToken().Label));

        answer.Promise(refusal => refusal.NotSucceed());
        await phone.ShouldBeKept();
        await deletion.AssumeDone();
    }

    [Test, Requirement("MTX-UIA-10")]
    public async Task Takes_no_password_for_an_access_token()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        var challenge = await GuardedRequest.DeletionOf(laptop, phone.DeviceId).NeedsPasswordChallenge();
        var stage = Stage.PasswordOf(account, challenge);
        await phone.AssumeAccepted();

        var without = await laptop.DeleteAs(phone.DeviceId, token: null, stage);
        var unknown = await laptop.DeleteAs(phone.DeviceId, target.BogusToken(), stage);

        without.Promise(refusal => refusal.BeRefusedWith(MatrixErrors.MissingToken));
        unknown.Promise(refusal => refusal.BeRefusedWith(MatrixErrors.UnknownToken));
        await phone.ShouldBeKept();
        await laptop.DeleteDevice(phone);
    }

    [Test, Requirement("MTX-UIA-05")]
    public async Task Fails_without_flows_for_another_reason()
    {
        var account = await target.LeaseToEndAllSessions();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        await GuardedRequest.DeletionOf(laptop, [phone.DeviceId]).NeedsChallenge();

        var answer = await GuardedRequest.DeletionWithoutList(laptop).Finish();

        answer
            .NeedsFailure("MTX-DEV-21")
            .Promise(failure => failure.HaveTextAt("/errcode").HaveTextAt("/error").HaveNothingAt("/flows"));
    }

    [Test, Requirement("MTX-UIA-11")]
    public async Task Forbids_the_password_of_a_third_party_that_it_does_not_know()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LogInBound());
        var deletion = GuardedRequest.DeletionOf(laptop, phone.DeviceId);
        var challenge = await deletion.NeedsPasswordChallenge();

        var answer = await deletion.AskWith(Stage.PasswordOfNobody(account, target.UnknownAddress(), challenge));

        target.Observe("password of an unknown third party", answer.InShort());
        answer.Promise(refusal => refusal.HaveStatus(403));
        await phone.AssumeKept();
    }
}
