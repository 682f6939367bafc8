using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>What of a session can be seen only in a room: transaction ids, and the devices of others.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class RoomTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGOUT-16")]
    public async Task Tells_those_in_a_room_that_a_device_logged_out()
    {
        target.Needs(Capabilities.Rooms);
        target.Needs(Capabilities.DeviceKeys);
        target.Needs(Capabilities.Sync);
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var phone = await owner.LogIn();
        var laptop = await owner.LogIn();
        var observer = await neighbour.LogIn();
        await laptop.ShareRoom(observer);
        var start = await observer.SyncPoint();
        await phone.UploadKeys();
        var before = await observer.AssumeToldNoMoreOfDevices(
            phone.UserId, since: await observer.AssumeToldOfDevices(phone.UserId, since: start));

        await phone.LogOut();

        await observer.ShouldBeToldOfDevices(phone.UserId, since: before);
        await observer.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGOUT-22")]
    public async Task Begins_transactions_anew_after_a_new_login()
    {
        target.Needs(Capabilities.Rooms);
        var account = await target.Accounts.Lease();
        var laptop = await account.LogIn();
        var phone = await account.LogIn();
        var room = await laptop.MakeRoom();
        var transaction = ScenarioRun.Current.Data.Id();
        var first = await room.Send(phone, transaction);

        await phone.LogOut();
        var afresh = await account.LogIn();

        var answer = await room.TrySend(afresh, transaction);
        answer.Assume(sent => sent.HaveStatus(200).HaveTextAt("/event_id")).Promise(sent => sent.NotHaveText("/event_id", first));
    }

    [Test, Requirement("MTX-REFRESH-16")]
    public async Task Knows_its_transactions_after_a_refresh()
    {
        target.Needs(Capabilities.Rooms);
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);
        var room = await phone.MakeRoom();
        var transaction = ScenarioRun.Current.Data.Id();
        var first = await room.Send(phone, transaction);
        (await room.TrySend(phone, transaction)).Assume(sent => sent.HaveText("/event_id", first));

        await phone.Refresh();
        await phone.AssumeOnItsDevice();

        (await room.TrySend(phone, transaction)).Assume(sent => sent.HaveStatus(200)).Promise(sent => sent.HaveText("/event_id", first));
    }
}
