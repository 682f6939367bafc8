using System.Globalization;
using System.Text;
using Conformance.Record.Exchanges;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Har;

/// <summary>One exchange as an entry.</summary>
internal static class HarEntry
{
    // The record says only of other versions than 1.1 which one was spoken, and not how many bytes its headers took.
    private const string UnknownVersion = "unknown";
    private const int UnknownSize = -1;

    public static object Of(Exchange exchange, string page) => new
    {
        pageref = page,
        startedDateTime = Moments.Iso(exchange.StartedAt),
        time = exchange.Milliseconds,
        request = Request(exchange.Request),
        response = exchange.Response is { } response ? Response(response) : NoResponse(exchange.Failure),
        cache = new { },
        // One span was measured: from the request to the end of the answer.
        timings = new { blocked = -1, dns = -1, connect = -1, ssl = -1, send = 0, wait = exchange.Milliseconds, receive = 0 },
        comment = string.Create(CultureInfo.InvariantCulture, $"exchange {exchange.Number}: {exchange.Endpoint}"),
    };

    private static object Request(RecordedRequest request)
    {
        var url = HarUrl.Of(request.Url);
        return new
        {
            method = request.Method,
            url,
            httpVersion = UnknownVersion,
            cookies = Array.Empty<object>(),
            headers = Headers(request.Headers),
            queryString = HarUrl.Query(request.Url).Select(pair => new { name = pair.Name, value = pair.Value }),
            postData = request.Body is { } body ? new { mimeType = request.Headers.Find("Content-Type") ?? "", text = body } : null,
            headersSize = UnknownSize,
            bodySize = request.CutFrom ?? Bytes(request.Body ?? "", request.IsUtf8),
            comment = url == request.Url ? null : $"sent as {request.Url}",
        };
    }

    private static object Response(RecordedResponse response) => new
    {
        status = response.Status,
        statusText = "",
        httpVersion = response.HttpVersion is { } version ? $"HTTP/{version}" : UnknownVersion,
        cookies = Array.Empty<object>(),
        headers = Headers(response.Headers),
        content = Content(response),
        redirectURL = response.Headers.Find("Location") ?? "",
        headersSize = UnknownSize,
        bodySize = response.CutFrom ?? Bytes(response.Body, response.IsUtf8),
        comment = CutNote.Of(response),
    };

    private static object Content(RecordedResponse response) => new
    {
        size = response.CutFrom ?? Encoding.UTF8.GetByteCount(response.Body),
        mimeType = response.Headers.Find("Content-Type") ?? "",
        text = response.Body,
        comment = response.IsUtf8 ? null : "not UTF-8: what cannot be read is U+FFFD",
    };

    // What browsers write where no answer came.
    private static object NoResponse(string? failure) => new
    {
        status = 0,
        statusText = "",
        httpVersion = UnknownVersion,
        cookies = Array.Empty<object>(),
        headers = Array.Empty<object>(),
        content = new { size = 0, mimeType = "x-unknown" },
        redirectURL = "",
        headersSize = UnknownSize,
        bodySize = UnknownSize,
        comment = failure ?? "no reason recorded",
        _error = failure ?? "no reason recorded",
    };

    private static IEnumerable<object> Headers(IReadOnlyList<Header> headers) =>
        headers.Select(header => new { name = header.Name, value = header.Value });

    // Of bytes that are not UTF-8 the record has replacements, which are not as long.
    private static long Bytes(string body, bool isUtf8) => isUtf8 ? Encoding.UTF8.GetByteCount(body) : UnknownSize;
}
