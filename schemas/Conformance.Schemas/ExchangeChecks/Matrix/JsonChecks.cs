using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>JSON over HTTP, section 3.6 of the catalogue.</summary>
internal static class JsonChecks
{
    private static readonly HashSet<string> Integers = ["expires_in_ms", "retry_after_ms", "last_seen_ts"];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-HTTP-01", "Content-Type", HasBody, ContentType),
        // Errors have a row of their own: MTX-ERR-01.
        new("MTX-HTTP-04", "JSON object", view => IsJudged(view) && view.Status is >= 200 and < 300, JsonObjectOnly),
        new("MTX-HTTP-05", "UTF-8", HasBody, Utf8),
        new("MTX-HTTP-06", "integers", view => IsJudged(view) && IntegerPlaces(view).Any(), IntegersOnly),
    ];

    private static bool IsJudged(ExchangeView view) => MatrixExchangeChecks.IsApi(view) && view.HasBodyToJudge && !view.MayComeFromGateway;

    private static bool HasBody(ExchangeView view) => IsJudged(view) && view.Response.Body.Length > 0;

    private static IEnumerable<Mismatch> ContentType(ExchangeView view)
    {
        var media = MediaType.Of(view.Response);
        if (media?.Type != "application/json")
        {
            yield return new Mismatch("header Content-Type", "application/json", ExchangeView.Excerpt(media?.Type));
        }
        else if (media is { Charset: { } charset } && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            yield return new Mismatch("charset of Content-Type", "utf-8 or none", charset);
        }
    }

    private static IEnumerable<Mismatch> JsonObjectOnly(ExchangeView view) =>
        view.Json is JsonObject ? [] : [new Mismatch("body", "a JSON object", ExchangeView.Excerpt(view.Response.Body))];

    private static IEnumerable<Mismatch> Utf8(ExchangeView view) =>
        view.Response.IsUtf8 ? [] : [new Mismatch("body", "UTF-8", "other bytes")];

    private static IEnumerable<Mismatch> IntegersOnly(ExchangeView view) =>
        IntegerPlaces(view).Where(place => !IsInteger(place.Value))
            .Select(place => new Mismatch("body", "a JSON integer", ExchangeView.Excerpt(place.Value!.ToJsonString())) { Pointer = place.Pointer });

    // A null is a missing value, which other rows judge.
    private static IEnumerable<JsonPlace> IntegerPlaces(ExchangeView view) =>
        JsonWalk.Places(view.Json)
            .Where(place => place.Value is not null
                && (Integers.Contains(place.Name) || place.Pointer.StartsWith("/one_time_key_counts/", StringComparison.Ordinal)));

    private static bool IsInteger(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && decimal.TryParse(value.ToJsonString(), out var number) && number == decimal.Truncate(number)
        && !value.ToJsonString().Contains('.', StringComparison.Ordinal);
}
