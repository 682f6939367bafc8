using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Record.Waivers;

namespace Conformance.Tool.Waiving;

/// <summary>Writes a waiver into the text of a target file.</summary>
public static class WaiverText
{
    private const string Member = "waivers";

    private static readonly JsonSerializerOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text with one waiver more, as the last one; its comments and its layout stay.</summary>
    /// <param name="json">The text of a target file that can be read.</param>
    /// <param name="waiver">The waiver.</param>
    public static string Add(string json, Waiver waiver)
    {
        var (file, list) = JsonBrackets.Find(json, Member);
        var step = JsonAddition.StepOf(json, file);
        return list is not null
            ? JsonAddition.Add(json, list, Lines(waiver, step), step)
            : JsonAddition.Add(json, file, [$"{Quoted(Member)}: [", .. Lines(waiver, step).Select(line => step + line), "]"], step);
    }

    private static IEnumerable<string> Lines(Waiver waiver, string step) =>
    [
        "{",
        $"{step}{Quoted("requirement")}: {Quoted(waiver.Requirement)},",
        $"{step}{Quoted("reason")}: {Quoted(waiver.Reason)},",
        $"{step}{Quoted("link")}: {Quoted(waiver.Link)},",
        $"{step}{Quoted("owner")}: {Quoted(waiver.Owner)},",
        $"{step}{Quoted("expires")}: {Quoted(waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))},",
        $"{step}{Quoted("fingerprint")}: {Quoted(waiver.Fingerprint)}",
        "}",
    ];

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Legible);
}
