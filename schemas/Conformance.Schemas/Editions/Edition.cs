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
    public static Edition? Find(string? text) =>
        text is not null && Pattern().Match(text) is { Success: true } match
            ? new Edition(match.Groups["era"].Value == "v" ? 1 : 0, Number(match.Groups["major"]), Number(match.Groups["minor"]))
            : null;

    public int CompareTo(Edition other) => (Era, Major, Minor).CompareTo((other.Era, other.Major, other.Minor));

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;

    // r0.MAJOR.MINOR, vMAJOR.MINOR with an optional -meta, sYY. Servers advertise what they like: six digits are surely a number.
    [GeneratedRegex(@"^(?:(?<era>r)0(?:\.(?<major>[0-9]{1,6})(?:\.(?<minor>[0-9]{1,6}))?)?|(?<era>v)(?<major>[0-9]{1,6})\.(?<minor>[0-9]{1,6})(?:-\S+)?|(?<era>s)(?<major>[0-9]{1,6}))\z")]
    private static partial Regex Pattern();
}
