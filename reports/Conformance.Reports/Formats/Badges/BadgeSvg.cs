using System.Text;
using System.Xml;
using Conformance.Record.Text;

namespace Conformance.Reports.Formats.Badges;

/// <summary>A badge as a picture, flat, without gradients, fonts or anything else to fetch.</summary>
internal static class BadgeSvg
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const int Height = 20;
    private const int Padding = 6;
    private const int Baseline = 14;

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        Indent = true,
        NewLineChars = "\n",
        OmitXmlDeclaration = true,
    };

    public static string Write(Badge badge)
    {
        using var bytes = new MemoryStream();
        using (var svg = XmlWriter.Create(bytes, Settings))
            WriteTo(svg, badge);

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteTo(XmlWriter svg, Badge badge)
    {
        var left = TextWidth.Of(badge.Label) + (2 * Padding);
        var right = TextWidth.Of(badge.Message) + (2 * Padding);
        svg.WriteStartElement("svg", Namespace);
        svg.WriteAttributeString("width", Digits.Of(left + right));
        svg.WriteAttributeString("height", Digits.Of(Height));
        svg.WriteAttributeString("role", "img");
        svg.WriteAttributeString("aria-label", $"{badge.Label}: {badge.Message}");
        svg.WriteElementString("title", Namespace, $"{badge.Label}: {badge.Message}");
        WriteHalf(svg, 0, left, "#444444", badge.Label);
        WriteHalf(svg, left, right, badge.Colour, badge.Message);
        svg.WriteEndElement();
    }

    private static void WriteHalf(XmlWriter svg, int x, int width, string colour, string text)
    {
        svg.WriteStartElement("rect", Namespace);
        svg.WriteAttributeString("x", Digits.Of(x));
        svg.WriteAttributeString("width", Digits.Of(width));
        svg.WriteAttributeString("height", Digits.Of(Height));
        svg.WriteAttributeString("fill", colour);
        svg.WriteEndElement();
        svg.WriteStartElement("text", Namespace);
        svg.WriteAttributeString("x", Digits.Of(x + Padding));
        svg.WriteAttributeString("y", Digits.Of(Baseline));
        // Whatever font the reader has, the text fills the width that was reckoned for it.
        svg.WriteAttributeString("textLength", Digits.Of(width - (2 * Padding)));
        svg.WriteAttributeString("lengthAdjust", "spacingAndGlyphs");
        svg.WriteAttributeString("fill", "#ffffff");
        svg.WriteAttributeString("font-family", "Verdana,DejaVu Sans,Geneva,sans-serif");
        svg.WriteAttributeString("font-size", "11");
        svg.WriteString(text);
        svg.WriteEndElement();
    }
}
