using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>User-interactive authentication: what guards an operation, and what does not open it.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class InteractiveAuthenticationTests(MatrixTarget target)
{
    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-UIA-01")]
    public async Task Challenges_with_flows(string way)
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());

        var answer = await GuardedRequest.Deletion(way, laptop, phone.DeviceId).AskAnew();

        answer.Promise(challenge => challenge.BeChallenge().MatchSchema("matrix/uia.response"));
    }

    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-UIA-02")]
    public async Task Opens_nothing_without_authentication(string way)
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var deletion = GuardedRequest.Deletion(way, laptop, phone.DeviceId);

        var unasked = await deletion.AskAnew();
        var empty = await deletion.AskWith(Stage.Empty);

        unasked.Promise(refusal => refusal.NotSucceedUnasked());
        empty.Promise(refusal => refusal.NotSucceed());
        if (unasked.AuthenticationSession() is { } session)
            (await deletion.AskWith(Stage.Empty.In(session))).Promise(refusal => refusal.NotSucceed());

        await phone.ShouldBeKept();
    }

    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-UIA-02")]
    public async Task Opens_nothing_for_a_stage_that_no_flow_has(string way)
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var deletion = GuardedRequest.Deletion(way, laptop, phone.DeviceId);
        var challenge = (await deletion.NeedsChallenge()).NeedsNoDummy();

        var answer = await deletion.AskWith(Stage.Of(LoginTypes.Dummy, account, challenge));

        answer.Promise(refusal => refusal.NotSucceed());
        await phone.ShouldBeKept();
    }

    [Test, Requirement("MTX-UIA-02")]
    public async Task Changes_no_password_without_authentication()
    {
        var account = await target.LeaseToChangePassword();
        var phone = await account.LogIn();

        var answer = await phone.AskToChangePassword();

        answer.Promise(refusal => refusal.NotSucceed());
        (await account.TryLogInWith(account.PasswordLogin())).Promise(login => login.HaveStatus(200));
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

    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-UIA-03"), NonParallelizable]
    public async Task Lets_a_failed_stage_be_tried_again(string way)
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var deletion = GuardedRequest.Deletion(way, laptop, phone.DeviceId);
        var challenge = await deletion.NeedsPasswordChallenge();

        var failed = await deletion.AskWith(Stage.WrongPasswordOf(account, challenge));
        var retried = await deletion.PassAll(challenge.OrNewer(failed), challenge.NeedsStages());

        failed.Promise(answer => answer.BeChallengeAfterFailure());
        retried.Promise(answer => answer.HaveStatus(200));
    }

    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-UIA-10")]
    public async Task Takes_no_password_for_an_access_token(string way)
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var challenge = await GuardedRequest.Deletion(way, laptop, phone.DeviceId).NeedsPasswordChallenge();
        var stages = challenge.NeedsStages();
        await phone.AssumeAccepted();

        var without = await GuardedRequest.DeletionBy(null, way, laptop, phone.DeviceId).PassAll(challenge, stages);
        var unknown = await GuardedRequest.DeletionBy(target.BogusToken(), way, laptop, phone.DeviceId).PassAll(challenge, stages);

        without.Promise(refusal => refusal.BeRefusedWith(MatrixErrors.MissingToken));
        unknown.Promise(refusal => refusal.BeRefusedWith(MatrixErrors.UnknownToken));
        await phone.ShouldBeKept();
        await laptop.DeleteDevice(phone);
    }

    [Test, Requirement("MTX-UIA-05")]
    public async Task Fails_without_flows_for_another_reason()
    {
        var account = await target.LeaseToEndAllSessions();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
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
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var deletion = GuardedRequest.DeletionOf(laptop, phone.DeviceId);
        var challenge = await deletion.NeedsPasswordChallenge();

        var answer = await deletion.AskWith(Stage.PasswordOfNobody(account, target.UnknownAddress(), challenge));

        target.Observe("password of an unknown third party", answer.InShort());
        answer.Promise(refusal => refusal.HaveStatus(403));
        await phone.AssumeKept();
    }
}
