using Conformance.Record.Exchanges;

namespace Conformance.Reports.Text;

/// <summary>Exchanges in a few words. The words may be a server's: they need escaping.</summary>
internal static class ExchangeNames
{
    /// <summary>What was asked, such as <c>GET /devices</c>.</summary>
    public static string Asked(Exchange exchange) =>
        exchange.Endpoint.StartsWith($"{exchange.Request.Method} ", StringComparison.Ordinal)
            ? exchange.Endpoint
            // A preflight, or a wrong method on purpose.
            : $"{exchange.Request.Method} on the path of {exchange.Endpoint}";

    /// <summary>What came, such as <c>answered 200</c>.</summary>
    public static string Answered(Exchange exchange) => exchange.Response is { } response
        ? $"answered {response.Status}"
        : $"not answered: {exchange.Failure ?? "no reason recorded"}";
}
