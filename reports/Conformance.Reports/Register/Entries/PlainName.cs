using System.Text;
using Conformance.Reports.Formats;

namespace Conformance.Reports.Register.Entries;

/// <summary>Names as files and addresses can have them, whatever somebody has called an implementation.</summary>
internal static class PlainName
{
    private const int Longest = 40;
    private const int DigitsOfDigest = 12;

    /// <summary>Small letters, digits, and single hyphens between them.</summary>
    public static string Of(string name)
    {
        var plain = new StringBuilder();
        foreach (var character in name.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
                plain.Append(character);
            else if (plain is not [] && plain[^1] != '-')
                plain.Append('-');

            if (plain.Length == Longest)
                break;
        }

        var trimmed = plain.ToString().TrimEnd('-');
        return trimmed.Length == 0 ? "implementation" : trimmed;
    }

    /// <summary>That of an implementation, which no other has: it follows from these two alone, so that it never moves.</summary>
    /// <param name="dialect">The dialect of its contract.</param>
    /// <param name="name">Its name.</param>
    public static string Unique(string dialect, string name)
    {
        var plain = Of(name);
        return plain == name && !EndsAsWithDigest(plain)
            ? $"{dialect}-{plain}"
            : $"{dialect}-{plain}-{ContentId.Hex(dialect, name)[..DigitsOfDigest]}";
    }

    // Somebody could choose the file name of another implementation as a name.
    private static bool EndsAsWithDigest(string plain) =>
        plain.Length > DigitsOfDigest
        && plain[^(DigitsOfDigest + 1)] == '-'
        && plain[^DigitsOfDigest..].All(char.IsAsciiHexDigitLower);
}
