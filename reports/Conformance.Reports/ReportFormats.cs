using Conformance.Reports.Formats;
using Conformance.Reports.Formats.Allure;
using Conformance.Reports.Formats.Badges;
using Conformance.Reports.Formats.Certificate;
using Conformance.Reports.Formats.Ctrf;
using Conformance.Reports.Formats.Earl;
using Conformance.Reports.Formats.Har;
using Conformance.Reports.Formats.JUnit;
using Conformance.Reports.Formats.Sarif;
using Conformance.Reports.Formats.Summary;

namespace Conformance.Reports;

/// <summary>All formats that this version writes, beside the run record itself.</summary>
public static class ReportFormats
{
    /// <summary>The file that a person opens first.</summary>
    public const string Certificate = "certificate.html";

    /// <summary>In the order in which they are listed.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
    [
        new(
            "certificate",
            "HTML for a vendor to publish and an auditor to doubt, in one file",
            [Certificate],
            runs => [new(Certificate, CertificateHtml.Write(runs))]),
        new(
            "summary",
            "Markdown for people: a pull request, the summary of a CI job",
            ["summary.md"],
            runs => [new("summary.md", SummaryMarkdown.Write(runs))]),
        new("junit", "JUnit XML in the dialect of Jenkins, which every CI system reads", ["junit.xml"], JUnitReport.Write),
        new("ctrf", "Common Test Report Format, JSON", ["ctrf.json"], CtrfReport.Write),
        new("sarif", "SARIF 2.1.0: requirements as rules, waivers as suppressions", ["conformance.sarif"], SarifReport.Write),
        new("har", "HTTP Archive 1.2: every exchange, for the tools of browsers", ["exchanges.har"], HarReport.Write),
        new("allure", "a folder of results for Allure 2 and 3", ["allure-results"], AllureReport.Write),
        new("earl", "the W3C's Evaluation and Report Language as JSON-LD", ["earl.jsonld"], EarlReport.Write),
        new(
            "badge",
            "a badge as shields' endpoint JSON and as SVG",
            ["badge.json", "badge.svg", "badge-*.json", "badge-*.svg"],
            BadgeReport.Write),
    ];

    /// <summary>The format with this name; null if there is none.</summary>
    public static ReportFormat? Find(string name) => All.FirstOrDefault(format => format.Name == name);
}
