using System.Globalization;
using System.Text.RegularExpressions;

namespace Conformance.Schemas.Editions;

/// <summary>
/// A version of a contract: <c>r0.6.1</c> and <c>v1.11</c> of Matrix, <c>s21</c> of Koyeb. <c>r0</c> alone is older than every
/// tag. Editions of one contract are ordered by time.
/// </summary>
public readonly partial record struct Edition(int Era, int Major, int Minor) : IComparable<Edition>
{
    public static bool operator <(Edition left, Edition right) => left.CompareTo(right) < 0;

    public static bool operator <=(Edition left, Edition right) => left.CompareTo(right) <= 0;

    public static bool operator >(Edition left, Edition right) => left.CompareTo(right) > 0;

    public static bool operator >=(Edition left, Edition right) => left.CompareTo(right) >= 0;

    /// <summary>Reads an edition; null if the text is none, as an advertised version may be.</summary>
    public static Edition? Find(string? text) => text is not null && Pattern().IsMatch(text) ? Read(text) : null;

    public int CompareTo(Edition other) => (Era, Major, Minor).CompareTo((other.Era, other.Major, other.Minor));

    // By hand, as every scenario asks for every edition that its server claims: the groups of a match cost more than the match.
    private static Edition Read(string text)
    {
        var numbers = text.AsSpan(text[0] == 'r' ? 2 : 1).TrimStart('.');
        var meta = numbers.IndexOf('-');
        numbers = meta < 0 ? numbers : numbers[..meta];
        var dot = numbers.IndexOf('.');
        return new Edition(text[0] == 'v' ? 1 : 0, Number(dot < 0 ? numbers : numbers[..dot]), Number(dot < 0 ? [] : numbers[(dot + 1)..]));
    }

    private static int Number(ReadOnlySpan<char> digits) => digits.IsEmpty ? 0 : int.Parse(digits, CultureInfo.InvariantCulture);

    // r0.MAJOR.MINOR, vMAJOR.MINOR with an optional -meta, sYY. Servers advertise what they like: six digits are surely a number.
    [GeneratedRegex(@"^(?:r0(?:\.[0-9]{1,6}){0,2}|v[0-9]{1,6}\.[0-9]{1,6}(?:-\S+)?|s[0-9]{1,6})\z")]
    private static partial Regex Pattern();
}
