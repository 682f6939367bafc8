using Conformance.Record.Text;

namespace Conformance.Reports.Text;

/// <summary>
/// Makes text that a server may have chosen safe to show on one line: no line breaks, no control or formatting characters, which could
/// rewrite a terminal or reverse the reading direction of a report, and no commands for CI servers.
/// </summary>
public static class OneLine
{
    /// <summary>The most characters that are shown, unless told otherwise.</summary>
    public const int LongestShown = 500;

    /// <summary>The text on one line, cut off after <paramref name="longest"/> characters.</summary>
    public static string Of(string text, int longest = LongestShown) => InertText.Line(text, longest);
}
