using System.Text;

namespace Conformance.Record.Secrets;

/// <summary>What may be told of a secret's value, because nobody could guess the value from it.</summary>
/// <param name="Length">Characters.</param>
/// <param name="IsVisibleAscii">Whether all characters are visible ones of ASCII, 0x21 to 0x7E.</param>
/// <param name="Alphabet">The sorts of characters that occur in it, in words.</param>
public sealed record SecretShape(int Length, bool IsVisibleAscii, string Alphabet)
{
    private static readonly (string Name, Func<char, bool> Has)[] Sorts =
    [
        ("capitals", char.IsAsciiLetterUpper),
        ("small letters", char.IsAsciiLetterLower),
        ("digits", char.IsAsciiDigit),
        ("other visible ASCII", character => character is >= '!' and <= '~' && !char.IsAsciiLetterOrDigit(character)),
        ("others", character => character is < '!' or > '~'),
    ];

    /// <summary>What keeps a header from carrying it, such as <c>has line breaks</c>; null if there is nothing of the kind.</summary>
    public string? HeaderObstacle { get; init; }

    /// <summary>
    /// Whether it is not empty, and ends neither the line nor the text of a header. Of characters beyond ASCII, which HTTP leaves open,
    /// no row says that a token must not have them.
    /// </summary>
    public bool FitsHeader { get; init; }

    /// <summary>Whether it is written as a JSON Web Token.</summary>
    public bool IsJwt { get; init; }

    /// <summary>When a JSON Web Token says that it expires, to the second; null if it is none or does not say.</summary>
    public DateTimeOffset? JwtExpiry { get; init; }

    /// <summary>The shape of a value.</summary>
    public static SecretShape Of(string value) => new(
        value.Length,
        value.All(character => character is >= '!' and <= '~'),
        string.Join(", ", Sorts.Where(sort => value.Any(sort.Has)).Select(sort => sort.Name)))
    {
        HeaderObstacle = ObstacleIn(value),
        FitsHeader = value.Length > 0 && !value.AsSpan().ContainsAny('\r', '\n', '\0'),
        IsJwt = JsonWebToken.IsOne(value),
        JwtExpiry = JsonWebToken.ExpiryOf(value),
    };

    private static string? ObstacleIn(string value) =>
        value.AsSpan().ContainsAny('\r', '\n') ? "has line breaks"
        : value.Contains('\0', StringComparison.Ordinal) ? "has NUL characters"
        : !Ascii.IsValid(value) ? "has characters beyond ASCII"
        : null;

    public override string ToString() => $"{Length} characters: {Alphabet}";
}
