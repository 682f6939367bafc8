using Conformance.Reports.Gating;

namespace Conformance.Reports.Bundles;

/// <summary>Makes the reports of a bundle again from its record: they must say what the record says, byte for byte.</summary>
internal static class ReportCheck
{
    /// <param name="run">The run, judged.</param>
    /// <param name="files">The files of the bundle.</param>
    /// <param name="otherVersion">What to add to a difference, where another version made the bundle; empty if this one did.</param>
    public static IEnumerable<BundleProblem> Problems(JudgedRun run, IReadOnlyList<BundleFile> files, string otherVersion)
    {
        var reports = BundleContents.Reports(run).ToList();
        var packed = files
            .GroupBy(file => file.Path, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.First().Content, StringComparer.Ordinal);
        foreach (var report in reports)
        {
            if (!packed.TryGetValue(report.Path, out var content))
                yield return new(report.Path, "is missing: the record gives such a report");
            else if (!content.Span.SequenceEqual(report.Content.Span))
                yield return new(report.Path, $"is not what the record gives{otherVersion}");
        }

        HashSet<string> known =
        [
            .. reports.Select(report => report.Path),
            BundleContents.Record,
            BundleContents.Journal,
            BundleContents.Attestation,
        ];
        foreach (var path in packed.Keys.Where(path => !known.Contains(path)))
            yield return new(path, "is nothing that the record gives");
    }
}
