using System.Text.RegularExpressions;

namespace Conformance.Suites.Requests;

/// <summary>Makes texts about which the contract is silent, out of the text of a JSON object.</summary>
internal static partial class OddJson
{
    private const int Levels = 10_000;

    private static readonly Dictionary<string, Func<string, string>> Oddities = new()
    {
        ["a byte order mark"] = json => "\uFEFF" + json,
        ["a doubled member"] = json => WithMember(WithMember(json, "1"), "2"),
        ["a null member"] = json => WithMember(json, "null"),
        ["NaN"] = json => WithMember(json, "NaN"),
        ["an infinite number"] = json => WithMember(json, "-Infinity"),
        ["a number beyond doubles"] = json => WithMember(json, "1e400"),
        ["half a surrogate pair"] = json => WithMember(json, "\"\\ud800\""),
        ["arrays in ten thousand levels"] = json => WithMember(json, new string('[', Levels) + new string(']', Levels)),
        ["escaped member names"] = json => FirstLetterOfName().Replace(json, letter => $"\\u{(int)letter.Value[0]:x4}"),
    };

    public static IEnumerable<string> Names => Oddities.Keys;

    /// <summary>The object with the oddity of that name.</summary>
    public static string Make(string oddity, string json) => Oddities[oddity](json);

    /// <summary>The object with a member more that is this long.</summary>
    public static string Long(string json, int characters) => WithMember(json, $"\"{new string('x', characters)}\"");

    // In front, so that what is odd is met before the rest is read.
    private static string WithMember(string json, string value) => "{\"org.example.odd\":" + value + "," + json[1..];

    [GeneratedRegex("(?<=[{,]\")[a-z](?=[a-z_]*\":)")]
    private static partial Regex FirstLetterOfName();
}
