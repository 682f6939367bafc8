using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Schemas.Identifiers;

/// <summary>A full user id in its parts: <c>@localpart:server</c>.</summary>
/// <param name="Localpart">Between the at sign and the first colon.</param>
/// <param name="Server">After the first colon: an IPv6 literal or a port has colons of its own.</param>
public sealed partial record UserId(string Localpart, string Server)
{
    private const int MostBytes = 255;

    /// <summary>Splits a user id; null if the text has not the form of one.</summary>
    public static UserId? Read(string text) =>
        text.IndexOf(':', StringComparison.Ordinal) is var colon && text.StartsWith('@') && colon > 0
            ? new UserId(text[1..colon], text[(colon + 1)..])
            : null;

    /// <summary>What is wrong with a user id of today's grammar, as a noun; null if nothing is.</summary>
    public static string? Problem(string text) =>
        ProblemBeyondLocalpart(text) ?? (ModernLocalpart().IsMatch(Read(text)!.Localpart) ? null : "an impossible localpart");

    /// <summary>Whether a user id is one of the older grammar, which allowed any localpart and has to be lived with.</summary>
    public static bool IsHistorical(string text) => ProblemBeyondLocalpart(text) is null && !text.Contains('\0', StringComparison.Ordinal);

    public override string ToString() => $"@{Localpart}:{Server}";

    private static string? ProblemBeyondLocalpart(string text) => text switch
    {
        _ when !text.StartsWith('@') => "a missing @ at its beginning",
        _ when Encoding.UTF8.GetByteCount(text) > MostBytes => $"more than {MostBytes} bytes",
        _ => ServerName.Problem(Read(text)?.Server ?? ""),
    };

    [GeneratedRegex(@"^[a-z0-9._=/+-]+\z")]
    private static partial Regex ModernLocalpart();
}
