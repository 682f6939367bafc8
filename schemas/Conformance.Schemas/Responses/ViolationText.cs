using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Text;

namespace Conformance.Schemas.Responses;

/// <summary>Puts a failed keyword into words: what the schema asks for, what was there instead.</summary>
internal sealed class ViolationText(string pointer, JsonNode? value, JsonObject schema)
{
    private const int LongestValue = 80;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string KindOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString()!.ToLowerInvariant(),
    };

    /// <summary>One violation for most keywords, one per missing member for <c>required</c>.</summary>
    /// <param name="keyword">The keyword that failed; empty for the schema <c>false</c>.</param>
    /// <param name="message">The library's message, for keywords that have no words of their own here.</param>
    public IEnumerable<SchemaViolation> Of(string keyword, string message) => keyword switch
    {
        "" => [new(pointer, "false", "absent", "present")],
        "required" => MissingMembers().Select(name => new SchemaViolation(pointer, keyword, $"member {name}", "absent")),
        "type" => [new(pointer, keyword, Types(), Kind())],
        "minLength" => [new(pointer, keyword, $"at least {Argument(keyword)} character(s)", $"{LengthOfText()}")],
        "minimum" => [new(pointer, keyword, $"at least {Argument(keyword)}", Value())],
        "const" => [new(pointer, keyword, Argument(keyword), Value())],
        "enum" => [new(pointer, keyword, $"one of {Argument(keyword)}", Value())],
        "pattern" => [new(pointer, keyword, Pattern(), Value())],
        _ => [new(pointer, keyword, message, Value())],
    };

    private IEnumerable<string> MissingMembers() =>
        schema["required"]!.AsArray().Where(name => !value!.AsObject().ContainsKey(name!.GetValue<string>())).Select(Json);

    private string Types() => schema["type"] is JsonArray several ? string.Join(" or ", several) : $"{schema["type"]}";

    // Of a text only the kind is told: it may be a secret in the wrong place.
    private string Kind() =>
        KindOf(value) is "number" && Types().Contains("integer", StringComparison.Ordinal) ? $"number {Value()}" : KindOf(value);

    private int LengthOfText() => value!.GetValue<string>().EnumerateRunes().Count();

    // A pattern beside a format is how the format is asserted: its name says more than the expression.
    private string Pattern() => Format() is { } format and not "password" ? format : $"text matching {Argument("pattern").Trim('"')}";

    private string? Format() => schema["format"]?.GetValue<string>();

    private string Argument(string keyword) => Excerpt.Of(Json(schema[keyword]), LongestValue);

    private string Value() => Format() is "password" ? "a secret, not shown" : Excerpt.Of(Json(value), LongestValue);

    private static string Json(JsonNode? node) => node?.ToJsonString(Readable) ?? "null";
}
