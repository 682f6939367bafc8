using Conformance.Reports.Summary;

namespace Conformance.Reports.Formats;

/// <summary>All formats that this version writes, beside the run record itself.</summary>
public static class ReportFormats
{
    /// <summary>The file that a person opens first.</summary>
    public const string Certificate = "certificate.html";

    /// <summary>In the order in which they are listed.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new("summary", "Markdown for people: a pull request, the summary of a CI job", runs => [new("summary.md", SummaryMarkdown.Write(runs))]),
    ];

    /// <summary>The format with this name; null if there is none.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
