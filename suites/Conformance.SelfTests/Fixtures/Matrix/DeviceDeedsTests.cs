using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Matrix;

/// <summary>Devices are renamed and deleted as the server asks for it: with the password, or without where it does not ask again.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class DeviceDeedsTests
{
    private const string Login = """{"user_id":"@alice:x","device_id":"D","access_token":"true-token"}""";

    [Test]
    public async Task Renames_and_deletes_devices_on_a_true_server()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server));
        target.Enter();
        var account = await target.Matrix.Accounts.Lease();
        var (caller, phone) = (await account.LogIn(), await account.LogIn());
        var (tablet, laptop) = (await account.LogIn(), await account.LogIn());

        await caller.RenameDevice("Renamed");
        await caller.DeleteDevice(phone);
        await caller.DeleteDevices(tablet, laptop);

        await caller.AssumeNamed("Renamed");
        (await caller.AssumeDevices()).Should().Equal(caller.DeviceId);
    }

    [Test]
    public async Task Takes_a_server_at_its_word_that_does_not_ask_for_the_password_again()
    {
        using var server = new CannedServer(
            request => CannedReply.Json(200, request.Deed.StartsWith("DELETE", StringComparison.Ordinal) ? "{}" : Login));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();
        var phone = await (await target.Matrix.Accounts.Lease()).LogIn();

        await phone.DeleteDevice(phone);

        server.Requests.Count(request => request.Deed.StartsWith("DELETE", StringComparison.Ordinal)).Should().Be(1);
    }

    [TestCase(
        404,
        """{"errcode":"M_UNRECOGNIZED","error":"No."}""",
        "The server has no DELETE /devices/{deviceId}: it answered 404 M_UNRECOGNIZED.")]
    [TestCase(
        405,
        """{"errcode":"M_UNRECOGNIZED","error":"No."}""",
        "The server has no DELETE /devices/{deviceId}: it answered 405 M_UNRECOGNIZED.")]
    [TestCase(401, """{"flows":[{"stages":["m.login.sso"]},{}]}""", "DELETE /devices/{deviceId} asks for more than *: *m.login.sso*")]
    [TestCase(401, """{"flows":[{"stages":["m.login.password","m.login.terms"]}]}""", "*asks for more than the stages that*")]
    public async Task Tells_why_a_device_cannot_be_deleted(int status, string body, string why)
    {
        using var server = new CannedServer(request => request.Deed.StartsWith("DELETE", StringComparison.Ordinal)
            ? CannedReply.Json(status, body)
            : CannedReply.Json(200, Login));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();
        var phone = await (await target.Matrix.Accounts.Lease()).LogIn();

        var deleting = () => phone.DeleteDevice(phone);

        await deleting.Should().ThrowAsync<NotApplicableException>().WithMessage(why);
    }
}
