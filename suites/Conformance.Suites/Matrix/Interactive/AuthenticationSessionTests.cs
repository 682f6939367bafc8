using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>Sessions of user-interactive authentication: what one was begun for is all that it opens.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class AuthenticationSessionTests(MatrixTarget target)
{
    [Test, Requirement("MTX-UIA-07")]
    public async Task Takes_a_session_for_the_device_that_it_was_begun_for_only()
    {
        var account = await target.Accounts.Lease();
        var (phone, tablet, laptop) = (await account.LogInBound(), await account.LogInBound(), await account.LiveBoundSession());
        var challenge = await GuardedRequest.DeletionOf(laptop, phone.DeviceId).NeedsPasswordChallenge();
        challenge.NeedsSession();

        var answer = await GuardedRequest.DeletionOf(laptop, tablet.DeviceId).AskWith(Stage.PasswordOf(account, challenge));

        answer.Promise(refusal => refusal.NotSucceed());
        await tablet.ShouldBeKept();
        await laptop.DeleteDevice(tablet);
    }

    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-UIA-07")]
    public async Task Takes_a_session_for_the_operation_that_it_was_begun_for_only(string way)
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var challenge = await GuardedRequest.Deletion(way, laptop, phone.DeviceId).NeedsPasswordChallenge();
        challenge.NeedsSession();
        await phone.AssumeAccepted();
        var other = GuardedRequest.Deletion(GuardedRequest.OtherWay(way), laptop, phone.DeviceId);

        var answer = await other.PassAll(challenge, challenge.NeedsStages());

        answer.Promise(refusal => refusal.NotSucceed());
        await phone.ShouldBeKept();
        await laptop.DeleteDevice(phone);
    }

    [Test, Requirement("MTX-UIA-07")]
    public async Task Takes_a_session_that_was_passed_for_no_other_device()
    {
        var account = await target.Accounts.Lease();
        var (phone, tablet, laptop) = (await account.LogInBound(), await account.LogInBound(), await account.LiveBoundSession());
        var deletion = GuardedRequest.DeletionOf(laptop, phone.DeviceId);
        var challenge = await deletion.NeedsPasswordChallenge();
        var session = challenge.NeedsSession();
        (await deletion.PassAll(challenge, challenge.NeedsStages())).Assume(done => done.HaveStatus(200));
        await tablet.AssumeAccepted();

        var answer = await GuardedRequest.DeletionOf(laptop, tablet.DeviceId).AskAnewWith(Stage.Empty.In(session));

        answer.Promise(refusal => refusal.NotSucceed());
        await tablet.ShouldBeKept();
    }

    [Test, Requirement("MTX-UIA-08")]
    public async Task Knows_its_sessions()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var deletion = GuardedRequest.DeletionOf(laptop, phone.DeviceId);
        var challenge = await deletion.NeedsPasswordChallenge();
        challenge.NeedsSession();
        await phone.AssumeAccepted();

        var answer = await deletion.AskWith(Stage.PasswordOf(account).In(target.BogusToken().Label));

        answer.Promise(refusal => refusal.NotSucceed());
        await phone.ShouldBeKept();
        await deletion.AssumeDone();
    }
}
