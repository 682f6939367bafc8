using Conformance.Record.Exchanges;

namespace Conformance.Reports.Formats.Sarif;

/// <summary>The exchange that shows a violation.</summary>
internal static class SarifExchange
{
    public static object Request(Exchange exchange) => new
    {
        protocol = "http",
        target = exchange.Request.Url,
        method = exchange.Request.Method,
        headers = Headers(exchange.Request.Headers),
        body = exchange.Request.Body is { Length: > 0 } body ? new { text = body } : null,
    };

    public static object Response(Exchange exchange) => exchange.Response is { } response
        ? new
        {
            protocol = "http",
            statusCode = response.Status,
            headers = Headers(response.Headers),
            body = response.Body.Length > 0 ? new { text = response.Body } : null,
        }
        : new { noResponseReceived = true, properties = new { failure = exchange.Failure ?? "no reason recorded" } };

    // An object has each name once; HTTP allows lines of one name to be joined.
    private static Dictionary<string, string?> Headers(IReadOnlyList<Header> headers) => headers
        .DistinctBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(header => header.Name, header => headers.Joined(header.Name), StringComparer.Ordinal);
}
