using System.Text.Json;
using Conformance.Record.Journal;
using Conformance.Reports.Text;

namespace Conformance.Reports.Verification;

/// <summary>Parts of a record as they are written; two parts are the same if their texts are.</summary>
internal static class JsonText
{
    private const int LongestShown = 160;

    public static string Of<T>(T part) => JsonSerializer.Serialize(part, JournalFormat.Line);

    /// <summary>Short enough for a message.</summary>
    public static string Shown<T>(T part) => Short(Of(part));

    /// <summary>A written part, short enough for a message.</summary>
    public static string Short(string text) => OneLine.Of(text, LongestShown);
}
