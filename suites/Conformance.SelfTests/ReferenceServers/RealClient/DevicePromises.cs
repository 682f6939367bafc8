using FluentAssertions;
using static Conformance.SelfTests.ReferenceServers.RealClient.SessionPromises;

namespace Conformance.SelfTests.ReferenceServers.RealClient;

/// <summary>What the SDK has to have seen of a server that deletes devices as its contract says.</summary>
internal static class DevicePromises
{
    /// <summary>A name that a device was given is in the list.</summary>
    public static void ShouldHaveNamedThePhone(this Script devices)
    {
        devices["rename"].Should().Be("""{"accepted":true}""");
        devices["renamed"].Should().Be("""{"display_name":"Her phone"}""");
    }

    /// <summary>The phone went when the right password had come, and not before; it was refused then, and the others remained.</summary>
    public static void ShouldHaveDeletedThePhoneAlone(this Script devices)
    {
        devices["devices"].Should().Be("""["laptop","phone","tablet"]""");
        var ofThePhone = $"\"phone\":{Refused},\"phoneLoggedOut\":{LoggedOut}";
        devices["delete"].Should().Be(
            $$"""{"accepted":true,"asked":{{AskedTwice(devices["devices"])}},{{ofThePhone}},"devices":["laptop","tablet"]}""");
    }

    /// <summary>The same of the tablet, which was deleted in a list.</summary>
    public static void ShouldHaveDeletedTheTabletInAList(this Script devices) =>
        devices["delete-several"].Should().Be(
            $$"""{"accepted":true,"asked":{{AskedTwice("""["laptop","tablet"]""")}},"tablet":{{Refused}},"devices":["laptop"]}""");

    // Before the wrong password, and before the right one.
    private static string AskedTwice(string devices) =>
        $$"""[{"stage":"m.login.password","devices":{{devices}}},"""
        + $$"""{"stage":"m.login.password","errcode":"M_FORBIDDEN","devices":{{devices}}}]""";
}
