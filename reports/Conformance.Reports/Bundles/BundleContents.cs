using Conformance.Reports.Formats;
using Conformance.Reports.Gating;
using Conformance.Reports.Records;

namespace Conformance.Reports.Bundles;

/// <summary>What a bundle holds: the record, its journal, and every report that follows from the record.</summary>
public static class BundleContents
{
    /// <summary>The run record.</summary>
    public const string Record = "run.json";

    /// <summary>The journal that the record was folded from.</summary>
    public const string Journal = "journal.jsonl";

    /// <summary>The signed statement about all other files.</summary>
    public const string Attestation = "attestation.json";

    /// <summary>All files but the attestation, in the order of their paths.</summary>
    /// <param name="run">The run, judged.</param>
    /// <param name="journal">The bytes of its journal.</param>
    public static IReadOnlyList<BundleFile> Of(JudgedRun run, ReadOnlyMemory<byte> journal) =>
    [
        .. Reports(run)
            .Select(report => new BundleFile(report.Path, BytesOf(report.WriteTo)))
            .Append(new BundleFile(Record, BytesOf(stream => RunRecordJson.Write(run.Record, stream))))
            .Append(new BundleFile(Journal, journal))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    /// <summary>Every report of a run, made of its record and nothing else.</summary>
    public static IEnumerable<ReportFile> Reports(JudgedRun run) => ReportFormats.All.SelectMany(format => format.Write([run]));

    private static ReadOnlyMemory<byte> BytesOf(Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
