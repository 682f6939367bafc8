using System.Text.RegularExpressions;
using Conformance.Record.Exchanges;

namespace Conformance.Reports.Records;

/// <summary>What the schema of the run record asks of the values of an exchange.</summary>
internal static partial class ExchangeBounds
{
    /// <summary>A year, in milliseconds: so long nobody waits, and beyond it arithmetic with times may fail.</summary>
    public const double LongestMilliseconds = 365.0 * 24 * 60 * 60 * 1000;

    public static bool Hold(Exchange exchange) =>
        exchange is
        {
            Number: >= 1,
            Milliseconds: >= 0 and <= LongestMilliseconds,
            Request: { Method.Length: > 0, CutFrom: null or >= 1 },
            Response: null or { Status: >= 100 and <= 999, CutFrom: null or >= 1, HeadersCutFrom: null or >= 1 },
        }
        && (exchange.Response?.Digest is not { } digest || RecordBounds.IsDigest(digest))
        && (exchange.Response?.HttpVersion is not { } version || HttpVersion().IsMatch(version))
        && IsReckonable(exchange.StartedAt);

    /// <summary>Whether a time is one that something can be added to, and taken from.</summary>
    public static bool IsReckonable(DateTimeOffset time) => time.Year is >= 1970 and < 9000;

    [GeneratedRegex(@"^[0-9](\.[0-9])?\z")]
    private static partial Regex HttpVersion();
}
