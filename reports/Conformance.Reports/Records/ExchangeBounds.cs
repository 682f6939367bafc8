using Conformance.Record.Exchanges;

namespace Conformance.Reports.Records;

/// <summary>What the schema of the run record asks of the values of an exchange.</summary>
internal static class ExchangeBounds
{
    public static bool Hold(Exchange exchange) =>
        exchange is
        {
            Number: >= 1,
            Milliseconds: >= 0,
            Request: { Method.Length: > 0, CutFrom: null or >= 1 },
            Response: null or { Status: >= 100 and <= 999 },
        };
}
