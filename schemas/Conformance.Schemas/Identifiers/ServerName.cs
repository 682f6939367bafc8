using System.Text.RegularExpressions;

namespace Conformance.Schemas.Identifiers;

/// <summary>The names of homeservers: a DNS name or an address, perhaps with a port. IPv6 addresses stand in brackets.</summary>
public static partial class ServerName
{
    /// <summary>What is wrong with a server name, as a noun; null if nothing is.</summary>
    public static string? Problem(string text) => text.Length == 0 ? "a missing server name"
        : Grammar().IsMatch(text) ? null
        : "an impossible server name";

    // The grammar of the appendix on server names: it bounds lengths, and neither resolves nor counts.
    [GeneratedRegex(@"^(?:\[[0-9A-Fa-f:.]{2,45}\]|[0-9A-Za-z.-]{1,255})(?::[0-9]{1,5})?\z")]
    private static partial Regex Grammar();
}
