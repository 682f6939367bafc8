using System.Text;
using System.Xml;

namespace Conformance.Reports.Formats.JUnit;

/// <summary>Makes any text fit for XML 1.0.</summary>
internal static class XmlText
{
    /// <summary>The text, with U+FFFD for each character that XML 1.0 forbids even as a reference.</summary>
    public static string Of(string text)
    {
        var allowed = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                allowed.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                allowed.Append(text[i]).Append(text[++i]);
            else
                allowed.Append('\ufffd');
        }

        return allowed.ToString();
    }
}
