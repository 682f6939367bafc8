using System.Text.RegularExpressions;

namespace Conformance.Record.Text;

/// <summary>
/// Makes text that a server may have chosen safe to write to a console: it shows as it is, and neither a terminal nor the CI server that
/// reads along takes it for a command.
/// </summary>
/// <remarks>
/// GitHub obeys a line that begins with <c>::</c> after white space, and <c>##[</c> anywhere; Azure Pipelines <c>##vso[</c> and <c>##[</c>
/// anywhere; TeamCity <c>##teamcity[</c>. GitLab, Travis and Jenkins want a control character.
/// </remarks>
public static partial class InertText
{
    /// <summary>The text on one line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">After so many characters it is cut off.</param>
    public static string Line(string text, int longest = int.MaxValue) =>
        WithoutCommands(VisibleText.Of(text.ReplaceLineEndings(" ").Replace('\t', ' '), longest));

    /// <summary>The text with its lines.</summary>
    public static string Lines(string text) => WithoutCommands(VisibleText.Of(text.ReplaceLineEndings("\n")));

    private static string WithoutCommands(string text) =>
        text.Contains("##", StringComparison.Ordinal) || text.Contains("::", StringComparison.Ordinal)
            ? Command().Replace(text, match => $@"\u{(int)match.ValueSpan[0]:x4}")
            : text;

    // The first character of each; without it the rest is text.
    [GeneratedRegex(@"#(?=#[a-z]*\[)|(?<=^\s*):(?=:)", RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Command();
}
