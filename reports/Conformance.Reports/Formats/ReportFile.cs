using System.Text;

namespace Conformance.Reports.Formats;

/// <summary>One file of a report.</summary>
/// <param name="Path">Relative to the folder of the reports, with slashes.</param>
/// <param name="WriteTo">Writes what stands in it, in UTF-8 without a byte order mark; lines end with <c>\n</c>. Long ones are never in
/// memory as a whole.</param>
public sealed record ReportFile(string Path, Action<Stream> WriteTo)
{
    /// <summary>A file of this text.</summary>
    public ReportFile(string path, string text)
        : this(path, stream => WriteText(stream, text)) => KnownText = text;

    /// <summary>What stands in it, where it is in memory anyway; null for what is written piece by piece.</summary>
    public string? KnownText { get; private init; }

    /// <summary>What stands in it, as a whole.</summary>
    public string Text
    {
        get
        {
            if (KnownText is not null)
                return KnownText;

            using var bytes = new MemoryStream();
            WriteTo(bytes);
            return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
    }

    /// <summary>Whether it is the same file: of the same place, byte for byte.</summary>
    public bool Equals(ReportFile? other) => other is not null && Path == other.Path && Text == other.Text;

    public override int GetHashCode() => Path.GetHashCode(StringComparison.Ordinal);

    private static void WriteText(Stream stream, string text)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(text);
    }
}
