using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.ReferenceServers.RealClient;

/// <summary>matrix-js-sdk names devices and deletes them, and its InteractiveAuth gets past what guards that.</summary>
public sealed class RealClientDeviceTests
{
    private Script devices = null!;

    [OneTimeSetUp]
    public async Task Run() => devices = await RunAgainst(fault: null);

    [Test]
    public void Names_a_device() => devices.ShouldHaveNamedThePhone();

    [Test]
    public void Deletes_a_device_when_the_password_is_right() => devices.ShouldHaveDeletedThePhoneAlone();

    [Test]
    public void Deletes_devices_in_a_list() => devices.ShouldHaveDeletedTheTabletInAList();

    [Test]
    public void Is_all_that_the_SDK_contacts() => devices.ShouldHaveContactedNobodyElse();

    [Test]
    public void Finds_no_secret_on_the_console() => devices.ShouldShowNoSecret();

    [TestCase("DeletesBeforeAuthentication")]
    [TestCase("TakesAnyPassword")]
    [TestCase("DeletedDeviceKeepsAccessToken")]
    [TestCase("DeletedDeviceStaysListed")]
    public async Task A_wrong_deletion_is_seen(string fault)
    {
        var seen = await RunAgainst(fault);

        seen.ShouldHaveNamedThePhone();
        seen.Invoking(broken => broken.ShouldHaveDeletedThePhoneAlone()).Should().Throw<AssertionException>();
    }

    [Test]
    public async Task A_wrong_name_is_seen()
    {
        var seen = await RunAgainst("RenamesNothing");

        seen.Invoking(broken => broken.ShouldHaveNamedThePhone()).Should().Throw<AssertionException>();
        seen.ShouldHaveDeletedThePhoneAlone();
    }

    private static async Task<Script> RunAgainst(string? fault)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Faults = fault is null ? [] : [fault] });
        return await Script.Run("devices", server);
    }
}
