using System.Net.Http.Headers;
using Conformance.Record.Exchanges;

namespace Conformance.Schemas.ExchangeChecks;

/// <summary>Reads the Content-Type of an answer.</summary>
internal static class MediaType
{
    /// <summary>Media type and charset; null if the header is absent or malformed.</summary>
    public static (string Type, string? Charset)? Of(RecordedResponse response) =>
        MediaTypeHeaderValue.TryParse(response.Headers.Find("Content-Type"), out var parsed)
            ? (parsed.MediaType!, parsed.CharSet?.Trim('"'))
            : null;
}
