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
        new("MTX-RATE-03", "retry_after_ms", view => IsLimited(view) && view.Json is JsonObject body && body.ContainsKey("retry_after_ms"), RetryAfterMilliseconds),
    ];

    private static bool IsLimited(ExchangeView view) =>
        MatrixExchangeChecks.IsApi(view) && view.Status == 429 && !MatrixExchangeChecks.MayComeFromGateway(view);

    private static IEnumerable<Mismatch> HasRetryAfter(ExchangeView view) =>
        view.Response.Headers.Find("Retry-After") is var header && (IsSeconds(header) || IsDate(header))
            ? []
            : [new Mismatch("header Retry-After", "seconds or an HTTP date", ExchangeView.Excerpt(header))];

    private static bool IsSeconds(string? header) => !string.IsNullOrEmpty(header) && header.All(char.IsAsciiDigit);

    private static bool IsDate(string? header) =>
        DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static IEnumerable<Mismatch> RetryAfterMilliseconds(ExchangeView view) =>
        view.Member("retry_after_ms") is var value && JsonTypes.IsInteger(value) && !value!.ToJsonString().StartsWith('-')
            ? []
            : [new Mismatch("body", "an integer of 0 or more", ExchangeView.Excerpt(value?.ToJsonString() ?? "null")) { Pointer = "/retry_after_ms" }];
}
