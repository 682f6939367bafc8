using System.Text;
using Conformance.Reports.Gating;

namespace Conformance.Reports.Formats.Badges;

/// <summary>
/// <c>badge.json</c> for shields' endpoint badge, and <c>badge.svg</c>. Of several runs these two show the worst, and each
/// target has two files of its own: <c>badge-staging.json</c>.
/// </summary>
internal static class BadgeReport
{
    public static IEnumerable<ReportFile> Write(IReadOnlyList<JudgedRun> runs) =>
        [
            .. Files("badge", Summary(runs)),
            .. runs.Count < 2 ? [] : runs.Zip(FileNames(runs)).SelectMany(pair => Files($"badge-{pair.Second}", Badge.Of(pair.First))),
        ];

    private static Badge Summary(IReadOnlyList<JudgedRun> runs) => runs.Count == 1
        ? Badge.Of(runs[0])
        : Badge.OfAll(runs);

    private static IEnumerable<ReportFile> Files(string name, Badge badge) =>
        [
            new($"{name}.json", ReportJson.Write(new
            {
                schemaVersion = 1,
                label = badge.Label,
                message = badge.Message,
                color = badge.Colour,
                isError = badge.IsError ? true : (bool?)null,
            })),
            new($"{name}.svg", BadgeSvg.Write(badge)),
        ];

    // A target's name is the operator's; a file's name is made of letters, digits and hyphens, and told once.
    private static IEnumerable<string> FileNames(IReadOnlyList<JudgedRun> runs)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var run in runs)
            yield return UniqueName.Take(taken, Plain(run.Record.Target.Name));
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var character in name.ToLowerInvariant())
            plain.Append(char.IsAsciiLetterOrDigit(character) ? character : '-');

        return plain.Length == 0 ? "target" : plain.ToString();
    }
}
