using System.Text;
using System.Text.RegularExpressions;
using Conformance.Record.Text;
using FluentAssertions;

namespace Conformance.SelfTests.Record.Text;

/// <summary>What holds of any text that has a server's words in it.</summary>
internal static partial class Inertness
{
    /// <summary>Everything in it shows, and nothing in it steers a terminal.</summary>
    public static void ShouldBeVisible(this string text, string where)
    {
        text.Replace("\r\n", "\n", StringComparison.Ordinal)
            .EnumerateRunes()
            .Where(rune => !VisibleText.IsVisible(rune))
            .Select(rune => $"U+{rune.Value:X4}")
            .Should()
            .BeEmpty(where);
        // Half of a pair is none to those who look at whole characters.
        new UTF8Encoding(false, throwOnInvalidBytes: true).Invoking(encoding => encoding.GetBytes(text)).Should().NotThrow(where);
    }

    /// <summary>The same, and no CI server takes a line of it for a command.</summary>
    public static void ShouldBeInert(this string console, string where)
    {
        console.ShouldBeVisible(where);
        console.Should().NotMatchRegex(CommandAnywhere(), where);
        console.Split('\n').Where(line => line.Trim().StartsWith("::", StringComparison.Ordinal)).Should().BeEmpty(where);
    }

    [GeneratedRegex(@"##[a-z]*\[", RegexOptions.IgnoreCase)]
    private static partial Regex CommandAnywhere();
}
