using System.Text.Json.Nodes;
using System.Xml.Linq;
using Conformance.Record.Runs;
using Conformance.Reports;
using Conformance.Reports.Formats;
using Conformance.Reports.Gating;

namespace Conformance.SelfTests.Reports.Formats;

/// <summary>What a format makes of some records.</summary>
internal static class Written
{
    public static IReadOnlyList<ReportFile> Files(string format, params RunRecord[] records) =>
        [.. ReportFormats.Find(format)!.Write([.. records.Select(record => JudgedRun.Of(record))])];

    /// <summary>The text of a format's only file.</summary>
    public static string Text(string format, params RunRecord[] records) => Files(format, records).Single().Text;

    public static JsonNode Json(string format, params RunRecord[] records) => JsonNode.Parse(Text(format, records))!;

    public static XElement Xml(string format, params RunRecord[] records) => XDocument.Parse(Text(format, records)).Root!;

    /// <summary>The results of the format <c>allure</c>.</summary>
    public static IReadOnlyList<JsonNode> AllureResults(params RunRecord[] records) =>
        [.. Files("allure", records)
            .Where(file => file.Path.EndsWith("-result.json", StringComparison.Ordinal))
            .Select(file => JsonNode.Parse(file.Text)!)];

    public static IEnumerable<JsonNode> Each(this JsonNode? array) => array!.AsArray().Select(item => item!);
}
