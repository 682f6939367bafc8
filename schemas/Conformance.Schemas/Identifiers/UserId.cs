using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Schemas.Identifiers;

/// <summary>Full user ids: <c>@localpart:server</c>.</summary>
public static partial class UserId
{
    private const int MostBytes = 255;

    /// <summary>What is wrong with a user id of today's grammar, as a noun; null if nothing is.</summary>
    public static string? Problem(string text) =>
        ProblemBeyondLocalpart(text) ?? (Localpart().IsMatch(text[1..FirstColon(text)]) ? null : "an impossible localpart");

    /// <summary>Whether a user id is one of the older grammar, which allowed any localpart and has to be lived with.</summary>
    public static bool IsHistorical(string text) => ProblemBeyondLocalpart(text) is null && !text.Contains('\0', StringComparison.Ordinal);

    /// <summary>The server name: what follows the first colon, because IPv6 addresses and ports have colons too; null if there is none.</summary>
    public static string? ServerNameIn(string text) => FirstColon(text) is var colon and >= 0 ? text[(colon + 1)..] : null;

    private static string? ProblemBeyondLocalpart(string text) => text switch
    {
        _ when !text.StartsWith('@') => "a missing @ at its beginning",
        _ when Encoding.UTF8.GetByteCount(text) > MostBytes => $"more than {MostBytes} bytes",
        _ => ServerName.Problem(ServerNameIn(text) ?? ""),
    };

    private static int FirstColon(string text) => text.IndexOf(':', StringComparison.Ordinal);

    [GeneratedRegex(@"^[a-z0-9._=/+-]+\z")]
    private static partial Regex Localpart();
}
