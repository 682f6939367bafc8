using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.Record.Journal;
using Conformance.Record.Text;

namespace Conformance.Tool.Output;

/// <summary>
/// What a command tells a program. Members may be added, never renamed or removed; README.md beside the project names them.
/// </summary>
internal static class JsonOutput
{
    public static void Write(TextWriter writer, object value) =>
        writer.Write(Inert(JsonSerializer.Serialize(value, JournalFormat.Document)) + "\n");

    // A program reads the same from it; a terminal and a CI server, which see it pass, take nothing in it for a command.
    private static string Inert(string json)
    {
        var inert = new StringBuilder(json.Length);
        foreach (var rune in json.EnumerateRunes())
        {
            var text = rune.ToString();
            if (VisibleText.IsVisible(rune))
                inert.Append(text);
            else
                inert.AppendJoin("", text.Select(unit => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}")));
        }

        return inert.Replace("##", "#\\u0023").ToString();
    }
}
