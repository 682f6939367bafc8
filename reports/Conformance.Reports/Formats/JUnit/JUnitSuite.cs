using System.Globalization;
using System.Xml;
using Conformance.Record.Text;
using Conformance.Reports.Formats.Cases;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.JUnit;

/// <summary>The suite of one target.</summary>
internal sealed class JUnitSuite(JudgedRun run)
{
    private readonly IReadOnlyList<ReportCase> cases = ReportCases.Of(run);
    private readonly ExchangeLookup exchanges = new(run.Record);

    public int Tests => cases.Count;

    public double Milliseconds => run.Record.Totals.Milliseconds;

    /// <summary>How many cases have an element, such as <c>failure</c>.</summary>
    public int Count(string element) => cases.Count(reported => JUnitReport.Element(reported.Verdict) == element);

    public void WriteTo(XmlWriter xml)
    {
        xml.WriteStartElement("testsuite");
        Attribute(xml, "name", OneLine.Of(run.Record.Target.Name));
        Attribute(xml, "tests", Digits.Of(Tests));
        Attribute(xml, "failures", Digits.Of(Count("failure")));
        Attribute(xml, "errors", Digits.Of(Count("error")));
        Attribute(xml, "skipped", Digits.Of(Count("skipped")));
        Attribute(xml, "time", JUnitReport.Seconds(Milliseconds));
        Attribute(xml, "timestamp", run.Record.StartedAt.UtcDateTime.ToString("s", CultureInfo.InvariantCulture));
        WriteProperties(xml);
        foreach (var reported in cases)
            WriteCase(xml, reported);

        xml.WriteEndElement();
    }

    private void WriteProperties(XmlWriter xml)
    {
        xml.WriteStartElement("properties");
        foreach (var (name, value) in RunProperties.Of(run))
        {
            xml.WriteStartElement("property");
            Attribute(xml, "name", name);
            Attribute(xml, "value", OneLine.Of(value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteCase(XmlWriter xml, ReportCase reported)
    {
        xml.WriteStartElement("testcase");
        // Jenkins takes what stands before the last dot of a class name for its package.
        Attribute(xml, "classname", OneLine.Of($"{run.Record.Target.Name.Replace('.', '_')}.{reported.Group}"));
        Attribute(xml, "name", OneLine.Of(reported.Name));
        Attribute(xml, "time", JUnitReport.Seconds(reported.Scenario?.Milliseconds ?? 0));
        if (JUnitReport.Element(reported.Verdict) is { } element)
            WriteOutcome(xml, element, reported);

        if (CaseText.Observations(reported) is { Length: > 0 } observations)
            xml.WriteElementString("system-out", XmlText.Of(observations));

        xml.WriteEndElement();
    }

    private void WriteOutcome(XmlWriter xml, string element, ReportCase reported)
    {
        xml.WriteStartElement(element);
        Attribute(xml, "type", reported.Verdict.Name());
        Attribute(xml, "message", CaseText.Headline(reported));
        xml.WriteString(XmlText.Of(CaseText.Details(reported, exchanges)));
        xml.WriteEndElement();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, XmlText.Of(value));
}
