using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>JSON over HTTP, section 3.6 of the catalogue.</summary>
internal static partial class JsonChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-HTTP-01", "Content-Type", IsJsonAnswer, ContentType),
        // Errors have a row of their own: MTX-ERR-01.
        new(
            "MTX-HTTP-04",
            "JSON object",
            view => IsJudged(view) && view.Status is >= 200 and < 300 && !MatrixExchangeChecks.MayBeRefusedBeforeApi(view),
            JsonObjectOnly),
        new("MTX-HTTP-05", "UTF-8", IsJsonAnswer, Utf8),
        new("MTX-HTTP-06", "integers", view => IsJudged(view) && IntegerPlaces(view).Any(), IntegersOnly),
    ];

    private static bool IsJudged(ExchangeView view) =>
        MatrixExchangeChecks.IsApi(view) && view.HasBodyToJudge && !MatrixExchangeChecks.MayComeFromGateway(view);

    // A body that neither is JSON nor says so is judged by MTX-HTTP-04 and MTX-ERR-01.
    private static bool IsJsonAnswer(ExchangeView view) =>
        IsJudged(view) && view.Response.Body.Length > 0 && (view.IsJson || MediaType.IsJson(view.Response));

    private static IEnumerable<Mismatch> ContentType(ExchangeView view)
    {
        if (!MediaType.IsJson(view.Response))
        {
            yield return new Mismatch(
                "header Content-Type", MediaType.Json, ExchangeView.Excerpt(view.Response.Headers.Find("Content-Type")));
        }
        else if (MediaType.Of(view.Response)?.Charset is { } charset && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            yield return new Mismatch("charset of Content-Type", "utf-8 or none", ExchangeView.Excerpt(charset));
        }
    }

    private static IEnumerable<Mismatch> JsonObjectOnly(ExchangeView view) =>
        view.Json is JsonObject ? [] : [new Mismatch("body", "a JSON object", ExchangeView.Excerpt(view.Response.Body))];

    private static IEnumerable<Mismatch> Utf8(ExchangeView view) =>
        view.Response.IsUtf8 ? [] : [new Mismatch("body", "UTF-8", "other bytes")];

    private static IEnumerable<Mismatch> IntegersOnly(ExchangeView view) =>
        IntegerPlaces(view).Where(place => !JsonTypes.IsInteger(place.Value))
            .Select(place =>
                new Mismatch("body", "a JSON integer", ExchangeView.Excerpt(place.Value!.ToJsonString())) { Pointer = place.Pointer });

    // A null is a missing value, which other rows judge.
    private static IEnumerable<JsonPlace> IntegerPlaces(ExchangeView view) =>
        JsonWalk.Places(view.Json).Where(place => place.Value is not null && IntegerPlace().IsMatch(place.Pointer));

    // By place and not by name alone: account data and events hold whatever their authors like.
    [GeneratedRegex(
        @"^/(?:expires_in_ms|retry_after_ms|(?:devices/[0-9]+/)?last_seen_ts|(?:one_time_key_counts|device_one_time_keys_count)/[^/]+)\z")]
    private static partial Regex IntegerPlace();
}
