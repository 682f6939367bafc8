using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>User-interactive authentication in several stages, and stages of which a browser or nobody does something.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class StageTests(MatrixTarget target)
{
    [Test, Requirement("MTX-UIA-04")]
    public async Task Lists_the_stages_that_are_done()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var deletion = GuardedRequest.DeletionOf(laptop, [phone.DeviceId]);
        var challenge = await deletion.NeedsChallenge();
        var stages = challenge.NeedsSeveralStages();

        var answer = await deletion.AskWith(Stage.Of(stages[0], account, challenge));

        answer.Promise(asked => asked.BeChallengeAfter(stages[0]));
        await phone.ShouldBeKept();
        (await deletion.PassAll(challenge.OrNewer(answer), stages.Skip(1))).Assume(done => done.HaveStatus(200));
    }

    [Test, Requirement("MTX-UIA-04")]
    public async Task Wants_the_stages_in_their_order()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var deletion = GuardedRequest.DeletionOf(laptop, [phone.DeviceId]);
        var challenge = await deletion.NeedsChallenge();
        var stages = challenge.NeedsSeveralStages();

        var early = await deletion.AskWith(Stage.Of(stages[1], account, challenge));
        var first = await deletion.AskWith(Stage.Of(stages[0], account, challenge.OrNewer(early)));

        early.Promise(answer => answer.BeChallenge());
        first.PromiseFirst(answer => answer.BeChallenge());
        await phone.ShouldBeKept();
        (await deletion.PassAll(challenge.OrNewer(first), stages.Skip(1))).Assume(done => done.HaveStatus(200));
    }

    [Test, Requirement("MTX-UIA-06")]
    public async Task Does_no_stage_again_that_is_done()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var deletion = GuardedRequest.DeletionOf(laptop, [phone.DeviceId]);
        var challenge = await deletion.NeedsChallenge();
        var stages = challenge.NeedsSeveralStages();
        var next = await deletion.AskWith(Stage.Of(stages[0], account, challenge));
        next.Assume(asked => asked.BeChallenge());

        var answer = await deletion.AskWith(Stage.Of(stages[0], account, challenge.OrNewer(next)));

        answer.Promise(asked => asked.BeChallengeAfter(stages[0]));
        await phone.ShouldBeKept();
        (await deletion.PassAll(challenge.OrNewer(answer), stages.Skip(1))).Assume(done => done.HaveStatus(200));
    }

    [Test, Requirement("MTX-UIA-09")]
    public async Task Passes_the_dummy_stage_whoever_asks()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var deletion = GuardedRequest.DeletionOf(laptop, [phone.DeviceId]);
        var challenge = await deletion.NeedsChallenge();
        var next = await deletion.PassAll(challenge, challenge.NeedsStagesBeforeDummy());
        next.Assume(asked => asked.BeChallenge());

        var answer = await deletion.AskWith(Stage.Of(LoginTypes.Dummy, account, challenge.OrNewer(next)));

        answer.Promise(done => done.HaveDone(LoginTypes.Dummy));
    }

    [Test, Requirement("MTX-UIA-12")]
    public async Task Serves_a_page_for_stages_that_browsers_do()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var challenge = await GuardedRequest.DeletionOf(laptop, phone.DeviceId).AskAnew();
        var stage = challenge.NeedsBrowserStage();

        var page = await laptop.Client.FallbackPage(stage, challenge.NeedsSession());

        page.Promise(html => html.HaveStatus(200).BeHtml());
    }
}
