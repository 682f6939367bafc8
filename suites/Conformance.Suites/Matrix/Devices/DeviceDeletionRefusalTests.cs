using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>DELETE /devices/{deviceId}: what deletes nothing.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class DeviceDeletionRefusalTests(MatrixTarget target)
{
    [Test, Requirement("MTX-DEV-10")]
    public async Task Asks_for_authentication_before_it_deletes()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        await phone.AssumeKept();

        var answer = await GuardedRequest.DeletionOf(laptop, phone.DeviceId).AskAnew();

        answer.Promise(challenge => challenge.BeChallenge());
        await phone.ShouldBeKept();
    }

    [Test, Requirement("MTX-DEV-10")]
    public async Task Asks_for_authentication_where_there_is_no_body()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        await phone.AssumeKept();

        var answer = await GuardedRequest.DeletionWithoutBody(laptop, phone.DeviceId).AskAnew();

        answer.Promise(challenge => challenge.BeChallenge());
        await phone.ShouldBeKept();
    }

    [Test, Requirement("MTX-DEV-10")]
    public async Task Keeps_refresh_token_and_keys_until_then()
    {
        target.Needs(Capabilities.RefreshTokens);
        target.Needs(Capabilities.DeviceKeys);
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(wantsRefreshToken: true), await account.LiveBoundSession());
        await phone.UploadKeys();
        var keys = await laptop.AssumeSeesKeysOf(phone);

        await GuardedRequest.DeletionOf(laptop, phone.DeviceId).NeedsPasswordChallenge();

        await laptop.ShouldSeeKeysOf(phone, keys);
        await phone.ShouldStillRefresh();
    }

    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-DEV-23")]
    public async Task Wants_more_than_a_token(string way)
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());

        var answer = await GuardedRequest.Deletion(way, laptop, phone.DeviceId).AskAnew();

        answer.Promise(challenge => challenge.HaveStatus(401));
    }

    [Test, Requirement("MTX-DEV-15")]
    public async Task Deletes_no_device_of_another_user()
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, stranger) = (await owner.LogInBound(), await neighbour.LogInBound());
        await stranger.AssumeKept();

        await GuardedRequest.DeletionOf(phone, stranger.DeviceId).Finish();

        await stranger.ShouldBeKept();
        await phone.DeleteDevice(phone);
    }

    [Test, Requirement("MTX-DEV-15")]
    public async Task Deletes_no_device_of_another_user_in_a_list()
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, laptop, stranger) = (await owner.LogInBound(), await owner.LogInBound(), await neighbour.LogInBound());
        await stranger.AssumeKept();

        await GuardedRequest.DeletionOf(laptop, [stranger.DeviceId, phone.DeviceId]).Finish();

        await stranger.ShouldBeKept();
        await laptop.DeleteDevices(laptop);
    }

    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-DEV-15")]
    public async Task Deletes_no_namesake_of_another_user(string way)
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, laptop) = (await owner.LogInBound(target.NewDeviceId()), await owner.LiveBoundSession());
        var namesake = await neighbour.LogInBound(phone.DeviceId);
        await namesake.AssumeKept();

        await GuardedRequest.Deletion(way, laptop, phone.DeviceId).AssumeDone();

        await namesake.ShouldBeKept();
        await phone.AssumeEnded();
    }

    [Test, Requirement("MTX-DEV-15")]
    public async Task Deletes_no_keys_of_a_namesake_of_another_user()
    {
        target.Needs(Capabilities.DeviceKeys);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, laptop) = (await owner.LogInBound(target.NewDeviceId()), await owner.LiveBoundSession());
        var namesake = await neighbour.LogInBound(phone.DeviceId);
        await namesake.UploadKeys();
        var keys = await namesake.AssumeSeesKeysOf(namesake);

        await GuardedRequest.DeletionOf(laptop, phone.DeviceId).AssumeDone();

        await namesake.ShouldSeeKeysOf(namesake, keys);
        await phone.AssumeEnded();
    }

    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-DEV-16"), NonParallelizable]
    public async Task Deletes_nothing_with_a_wrong_password(string way)
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogInBound(), await account.LiveBoundSession());
        var deletion = GuardedRequest.Deletion(way, laptop, phone.DeviceId);
        var challenge = await deletion.NeedsPasswordChallenge();
        await phone.AssumeAccepted();

        var answer = await deletion.AskWith(Stage.WrongPasswordOf(account, challenge));

        answer.Promise(refusal => refusal.BeChallengeAfterFailure());
        await phone.ShouldBeKept();
        await deletion.AssumeDone();
    }

    [TestCaseSource(typeof(GuardedRequest), nameof(GuardedRequest.Ways))]
    [Requirement("MTX-DEV-17")]
    public async Task Deletes_nothing_with_the_password_of_another_user(string way)
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, laptop) = (await owner.LogInBound(), await owner.LiveBoundSession());
        var deletion = GuardedRequest.Deletion(way, laptop, phone.DeviceId);
        var challenge = await deletion.NeedsPasswordChallenge();
        await phone.AssumeAccepted();

        var answer = await deletion.PassAll(challenge, challenge.NeedsStages(), by: neighbour);

        answer.Promise(refusal => refusal.NotSucceed());
        await phone.ShouldBeKept();
        await deletion.AssumeDone();
    }
}
