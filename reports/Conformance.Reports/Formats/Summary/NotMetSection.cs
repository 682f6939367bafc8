using System.Globalization;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Summary;

/// <summary>The requirements that keep the profile from being met, the worst first.</summary>
internal static class NotMetSection
{
    private const int MostShown = 20;

    public static IEnumerable<string> Lines(JudgedRun run)
    {
        var lines = run.Gate.NotMet.ToList();
        return lines.Count == 0
            ? []
            :
            [
                "",
                "## Not met",
                "",
                Markdown.Row("Requirement", "Verdict", "Why"),
                "|---|---|---|",
                .. lines.Take(MostShown).Select(line =>
                    Markdown.Row(Markdown.Escape(line.Requirement), line.Verdict?.Name() ?? "not judged", Markdown.Escape(line.Why))),
                .. lines.Count > MostShown
                    ? ["", $"and {(lines.Count - MostShown).ToString(CultureInfo.InvariantCulture)} more"]
                    : Array.Empty<string>(),
            ];
    }
}
