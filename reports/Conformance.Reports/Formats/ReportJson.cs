using System.Text.Json;
using System.Text.Json.Serialization;

namespace Conformance.Reports.Formats;

/// <summary>How the reports for machines are written as JSON: in ASCII, so that nothing in it can be taken for HTML.</summary>
internal static class ReportJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private static readonly JsonSerializerOptions OnOneLine = new(Options) { WriteIndented = false };

    /// <summary>
    /// The text of a file, indented. Anonymous objects give their members in the order in which
    /// they are written; null ones are left out.
    /// </summary>
    public static string Write(object document) => JsonSerializer.Serialize(document, Options) + "\n";

    /// <summary>The same on one line, piece by piece: for what no person reads as text, and of which large runs have very much.</summary>
    public static void WriteOnOneLine(Stream stream, object document)
    {
        JsonSerializer.Serialize(stream, document, OnOneLine);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>The same on one line.</summary>
    public static string WriteOnOneLine(object document) => JsonSerializer.Serialize(document, OnOneLine) + "\n";
}
