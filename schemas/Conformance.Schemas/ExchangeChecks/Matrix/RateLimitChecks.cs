using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>How a server says "too many requests", section 3.6 of the catalogue; judged only when one is met.</summary>
internal static class RateLimitChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-RATE-02", "Retry-After", IsLimited, HasRetryAfter),
        new("MTX-RATE-03", "retry_after_ms", view => IsLimited(view) && view.Member("retry_after_ms") is not null, RetryAfterMilliseconds),
    ];

    private static bool IsLimited(ExchangeView view) => MatrixExchangeChecks.IsApi(view) && view.Status == 429;

    private static IEnumerable<Mismatch> HasRetryAfter(ExchangeView view)
    {
        var header = view.Response.Headers.Find("Retry-After");
        return uint.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            || DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? []
                : [new Mismatch("header Retry-After", "seconds or an HTTP date", ExchangeView.Excerpt(header))];
    }

    private static IEnumerable<Mismatch> RetryAfterMilliseconds(ExchangeView view) =>
        view.Member("retry_after_ms") is JsonValue value && value.TryGetValue(out long milliseconds) && milliseconds >= 0
            ? []
            : [new Mismatch("body", "an integer of 0 or more", ExchangeView.Excerpt(view.Member("retry_after_ms")?.ToJsonString())) { Pointer = "/retry_after_ms" }];
}
