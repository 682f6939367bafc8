using System.Text;

namespace Conformance.Reports.Register.Entries;

/// <summary>Names as files and addresses can have them, whatever somebody has called an implementation.</summary>
internal static class PlainName
{
    private const int Longest = 40;

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
}
