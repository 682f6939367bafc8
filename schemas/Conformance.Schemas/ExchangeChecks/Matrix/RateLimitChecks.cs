using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>How a server says "too many requests", section 3.6 of the catalogue; judged only when one is met.</summary>
internal static class RateLimitChecks
{
    private const string LimitExceeded = "M_LIMIT_EXCEEDED";

    // Of the others, some list no 429 (AMB-11).
    private static readonly string[] ListsStatus =
        [.. new[] { MatrixEndpoints.Login, MatrixEndpoints.Refresh, MatrixEndpoints.Register, MatrixEndpoints.WhoAmI }.Select(
            endpoint => endpoint.ToString())];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-RATE-01", "rate limit", view => IsLimited(view) || SaysSo(view), IsLimitExceeded),
        new("MTX-RATE-02", "Retry-After", IsLimited, HasRetryAfter),
        new(
            "MTX-RATE-03",
            "retry_after_ms",
            view => IsLimited(view) && view.Json is JsonObject body && body.ContainsKey("retry_after_ms"),
            RetryAfterMilliseconds),
        new("MTX-RATE-04", "both waits", view => IsLimited(view) && Waits(view) is not null, SameWait),
    ];

    private static bool IsLimited(ExchangeView view) =>
        MatrixExchangeChecks.IsApi(view) && view.Status == 429 && !MatrixExchangeChecks.MayComeFromGateway(view);

    private static bool SaysSo(ExchangeView view) =>
        MatrixExchangeChecks.IsApi(view)
        && view.Status >= 400
        && JsonTypes.IsText(view.Member("errcode"))
        && view.Member("errcode")!.ToString() == LimitExceeded;

    private static IEnumerable<Mismatch> IsLimitExceeded(ExchangeView view)
    {
        if (view.Member("errcode")?.ToString() is var errcode && errcode != LimitExceeded)
            yield return new Mismatch("body", $"\"{LimitExceeded}\"", ExchangeView.Excerpt(errcode)) { Pointer = "/errcode" };
        if (view.Status != 429 && ListsStatus.Contains(view.Exchange.Endpoint))
            yield return new Mismatch("status", $"429 with {LimitExceeded}", $"{view.Status}");
    }

    // Both in milliseconds; null where one of them is absent, or is no number.
    private static (double Header, double Body)? Waits(ExchangeView view)
    {
        var (header, body) = (view.Response.Headers.Find("Retry-After"), view.Member("retry_after_ms"));
        return IsSeconds(header) && JsonTypes.IsInteger(body)
            ? (double.Parse(header!, CultureInfo.InvariantCulture) * 1000, double.Parse(body!.ToJsonString(), CultureInfo.InvariantCulture))
            : null;
    }

    private static IEnumerable<Mismatch> SameWait(ExchangeView view) =>
        Waits(view) is var (header, body) && Math.Abs(header - body) >= 1000
            ? [new Mismatch("waits", "less than a second apart", $"{header} ms in Retry-After, {body} ms in retry_after_ms")]
            : [];

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
            : [new Mismatch(
                "body", "an integer of 0 or more", ExchangeView.Excerpt(value?.ToJsonString() ?? "null")) { Pointer = "/retry_after_ms" }];
}
