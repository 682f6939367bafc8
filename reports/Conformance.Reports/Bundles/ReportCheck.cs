using Conformance.Reports.Formats;
using Conformance.Reports.Gating;
using Conformance.Reports.Records;

namespace Conformance.Reports.Bundles;

/// <summary>Makes the reports of a bundle again from its record: they must say what the record says, byte for byte.</summary>
internal static class ReportCheck
{
    /// <param name="run">The run, judged.</param>
    /// <param name="files">The files of the bundle.</param>
    /// <param name="otherVersion">What to add to a difference, where another version made the bundle; empty if this one did.</param>
    public static IEnumerable<BundleProblem> Problems(JudgedRun run, IReadOnlyList<BundleFile> files, string otherVersion)
    {
        var packed = files
            .GroupBy(file => file.Path, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Content, StringComparer.Ordinal);
        HashSet<string> known = [BundleContents.Record, BundleContents.Journal, BundleContents.Attestation];
        // One by one, and none as a whole: those of a long record are long.
        foreach (var report in BundleContents.Reports(run))
        {
            known.Add(report.Path);
            if (!packed.TryGetValue(report.Path, out var content))
                yield return new(report.Path, "is missing: the record gives such a report");
            else if (!IsWritten(report, content))
                yield return new(report.Path, $"is not what the record gives{otherVersion}");
        }

        foreach (var path in packed.Keys.Where(path => !known.Contains(path)))
            yield return new(path, "is nothing that the record gives");
    }

    private static bool IsWritten(ReportFile report, ReadOnlyMemory<byte> content)
    {
        using var comparing = new ComparingStream(content);
        report.WriteTo(comparing);
        return comparing.IsSame;
    }
}
