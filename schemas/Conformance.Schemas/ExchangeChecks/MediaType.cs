using System.Net.Http.Headers;
using Conformance.Record.Exchanges;

namespace Conformance.Schemas.ExchangeChecks;

/// <summary>Reads the Content-Type of an answer.</summary>
internal static class MediaType
{
    public const string Json = "application/json";

    /// <summary>
    /// Media type, in lower case because case means nothing in it, and charset; null if the header is absent or malformed.
    /// </summary>
    public static (string Type, string? Charset)? Of(RecordedResponse response) =>
        MediaTypeHeaderValue.TryParse(response.Headers.Find("Content-Type"), out var parsed)
            ? (parsed.MediaType!.ToLowerInvariant(), parsed.CharSet?.Trim('"'))
            : null;

    public static bool IsJson(RecordedResponse response) => Of(response)?.Type == Json;

    /// <summary>Whether it is JSON by another name, such as <c>text/json</c> or <c>application/problem+json</c>.</summary>
    public static bool IsOtherJson(RecordedResponse response) =>
        Of(response)?.Type is { } type
        && (type.EndsWith("/json", StringComparison.Ordinal) || type.EndsWith("+json", StringComparison.Ordinal));
}
