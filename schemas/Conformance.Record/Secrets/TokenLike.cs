using System.Text.RegularExpressions;

namespace Conformance.Record.Secrets;

/// <summary>What looks like a token wherever it stands: long enough, and random enough, not to be guessed.</summary>
internal static partial class TokenLike
{
    /// <summary>Digits alone are a number or a time up to here.</summary>
    private const int LongestNumber = 19;

    /// <summary>Letters of one case without a break are a word up to here.</summary>
    private const int LongestWord = 28;

    /// <summary>Whoever makes a token up at random comes to more different characters than padding has.</summary>
    private const int FewestCharacters = 6;

    /// <summary>The parts of a text that look like tokens, each once.</summary>
    public static IEnumerable<string> In(string text) =>
        Run().Matches(text).Select(run => run.Value).Where(IsRandom).Distinct(StringComparer.Ordinal);

    /// <summary>What stands behind the name of a token in a text that is no JSON, such as a form or a page, each once.</summary>
    public static IEnumerable<(string Name, string Value)> Named(string text) =>
        Assignment().Matches(text).Select(found => (found.Groups["name"].Value, found.Groups["value"].Value)).Distinct();

    private static bool IsRandom(string run)
    {
        var (digits, capitals, smalls, changes, unbroken, longest) = (0, 0, 0, 0, 0, 0);
        var seen = UInt128.Zero;
        for (var i = 0; i < run.Length; i++)
        {
            // All of them are ASCII.
            seen |= UInt128.One << run[i];
            var sort = SortOf(run[i]);
            digits += sort == 0 ? 1 : 0;
            capitals += sort == 1 ? 1 : 0;
            smalls += sort == 2 ? 1 : 0;
            changes += i > 0 && sort < 3 && SortOf(run[i - 1]) is var before && before < 3 && before != sort ? 1 : 0;
            unbroken = sort < 3 ? unbroken + 1 : 0;
            longest = Math.Max(longest, unbroken);
        }

        if (UInt128.PopCount(seen) < FewestCharacters)
            return false;

        var letters = capitals + smalls;
        // Versions, dates and names with a number at the end change their sort of characters a few times only.
        return (letters, digits) switch
        {
            (0, _) => digits > LongestNumber,
            (_, 0) => (capitals > 0 && smalls > 0 && changes * 10 >= run.Length * 3) || longest > LongestWord,
            _ => changes * 5 >= run.Length || longest > LongestWord,
        };
    }

    private static int SortOf(char character) =>
        char.IsAsciiDigit(character) ? 0 : char.IsAsciiLetterUpper(character) ? 1 : char.IsAsciiLetterLower(character) ? 2 : 3;

    // The characters of a bearer token (RFC 6750), and escapes of those that a URL escapes.
    [GeneratedRegex("(?:[A-Za-z0-9._~+/-]|%[0-9A-Fa-f]{2}){16,}={0,2}")]
    private static partial Regex Run();

    [GeneratedRegex(
        """(?<name>(?:access|refresh|login)[_-]?token|token|session|password)[\\"'\s]*[=:][\\"'\s]*(?<value>[^\\"'\s&;,<>{}]+)""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();
}
