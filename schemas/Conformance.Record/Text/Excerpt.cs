namespace Conformance.Record.Text;

/// <summary>Shortens texts, and never within a character: half a surrogate pair is no text, and no report could carry it.</summary>
public static class Excerpt
{
    /// <summary>The text, or as much of it as fits with an ellipsis behind it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most UTF-16 code units of the result.</param>
    public static string Of(string text, int longest) => text.Length <= longest ? text : $"{Beginning(text, longest - 1)}…";

    /// <summary>The text, or the beginning of it and how long it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most UTF-16 code units that are shown.</param>
    public static string Counted(string text, int longest) =>
        text.Length <= longest ? text : $"{Beginning(text, longest)}… ({text.Length} characters)";

    private static string Beginning(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
