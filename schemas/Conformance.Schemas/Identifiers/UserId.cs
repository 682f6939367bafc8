using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Schemas.Identifiers;

/// <summary>A user id in its parts (MTX-ID-01 to 03).</summary>
/// <param name="Localpart">Between the at sign and the first colon.</param>
/// <param name="ServerName">After the first colon: an IPv6 literal or a port has colons of its own.</param>
public sealed partial record UserId(string Localpart, string ServerName)
{
    /// <summary>What a user id may have in all, in bytes of UTF-8.</summary>
    public const int MostBytes = 255;

    /// <summary>Whether the whole is short enough.</summary>
    public bool HasFitLength => Encoding.UTF8.GetByteCount(ToString()) <= MostBytes;

    /// <summary>Whether the localpart is one that may still be given out.</summary>
    public bool HasModernLocalpart => ModernLocalpart().IsMatch(Localpart);

    /// <summary>Whether the localpart may have been given out in the past: such users still exist, and are valid.</summary>
    public bool HasHistoricalLocalpart => !Localpart.Contains('\0', StringComparison.Ordinal);

    /// <summary>Whether the server name is a host name or an IP address, perhaps with a port.</summary>
    public bool HasValidServerName => ServerNamePattern().IsMatch(ServerName);

    /// <summary>Splits a user id; null if the text has not the form of one.</summary>
    public static UserId? Read(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is var colon && text.StartsWith('@') && colon > 0
            ? new UserId(text[1..colon], text[(colon + 1)..])
            : null;

    public override string ToString() => $"@{Localpart}:{ServerName}";

    [GeneratedRegex(@"^[a-z0-9._=/+-]+\z")]
    private static partial Regex ModernLocalpart();

    // A dotted IPv4 address has the form of a host name.
    [GeneratedRegex(@"^(?:\[[0-9A-Fa-f:.]{2,45}\]|[0-9A-Za-z.-]{1,255})(?::[0-9]{1,5})?\z")]
    private static partial Regex ServerNamePattern();
}
