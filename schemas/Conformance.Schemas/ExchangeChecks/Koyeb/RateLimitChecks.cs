using System.Globalization;
using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;

namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>How a server says "too many requests", section 6.1 of the catalogue; judged only when a limit is met.</summary>
internal static class RateLimitChecks
{
    private const string Reset = "x-ratelimit-reset";

    public static IReadOnlyList<ExchangeCheck> All { get; } = [new("KOY-GEN-13", "wait of 429", view => view.Status == 429, TellsWait)];

    private static IEnumerable<Mismatch> TellsWait(ExchangeView view)
    {
        var (reset, retry) = (view.Response.Headers.Find(Reset), view.Response.Headers.Find("Retry-After"));
        return IsSeconds(reset) || IsSeconds(retry) || IsDate(retry)
            ? []
            : [new Mismatch($"header {Reset}", "seconds, or Retry-After in its place", ExchangeView.Excerpt(reset))];
    }

    private static bool IsSeconds(string? header) => !string.IsNullOrEmpty(header) && header.All(char.IsAsciiDigit);

    private static bool IsDate(string? header) =>
        DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
