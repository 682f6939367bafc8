using System.Globalization;
using System.Text;
using System.Xml;
using Conformance.Record.Text;
using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Cases;
using Conformance.Reports.Gating;

namespace Conformance.Reports.Formats.JUnit;

/// <summary>
/// <c>junit.xml</c> in the dialect of Jenkins (<c>junit-10.xsd</c> of its xunit plugin): a suite for each target, a test case
/// for each <see cref="ReportCase"/>. A violation is a failure. What proved nothing is an error, which every reader counts as red:
/// it says that the test broke, not the server. A warning is skipped, with its finding: neither green nor red.
/// </summary>
internal static class JUnitReport
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" };

    public static IEnumerable<ReportFile> Write(IReadOnlyList<JudgedRun> runs)
    {
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, Settings))
            WriteSuites(xml, [.. runs.Select(run => new JUnitSuite(run))]);

        return [new("junit.xml", Encoding.UTF8.GetString(bytes.ToArray()) + "\n")];
    }

    /// <summary>The element that says that a case is not green; null for a green one.</summary>
    public static string? Element(Verdict verdict) => verdict switch
    {
        Verdict.Fail => "failure",
        Verdict.Error or Verdict.Inconclusive => "error",
        Verdict.Pass or Verdict.Observed => null,
        _ => "skipped",
    };

    /// <summary>Seconds, as Maven writes them.</summary>
    public static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.000", CultureInfo.InvariantCulture);

    private static void WriteSuites(XmlWriter xml, IReadOnlyList<JUnitSuite> suites)
    {
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", "Conformance");
        xml.WriteAttributeString("tests", Digits.Of(suites.Sum(suite => suite.Tests)));
        xml.WriteAttributeString("failures", Digits.Of(suites.Sum(suite => suite.Count("failure"))));
        xml.WriteAttributeString("errors", Digits.Of(suites.Sum(suite => suite.Count("error"))));
        xml.WriteAttributeString("time", Seconds(suites.Sum(suite => suite.Milliseconds)));
        foreach (var suite in suites)
            suite.WriteTo(xml);

        xml.WriteEndElement();
    }
}
