using System.Text.Json.Serialization;
using Conformance.Record.Text;

namespace Conformance.Record.Exchanges;

/// <summary>One request with its answer, as recorded: masked, timed, immutable.</summary>
public sealed record Exchange
{
    /// <summary>Position in the run, from 1; findings refer to it.</summary>
    public required int Number { get; init; }

    /// <summary>The endpoint as the contract names it: method and path without prefix, such as <c>GET /devices/{deviceId}</c>.</summary>
    public required string Endpoint { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double Milliseconds { get; init; }

    /// <summary>Whether the request travelled on a connection of its own.</summary>
    public bool FreshConnection { get; init; }

    public required RecordedRequest Request { get; init; }

    /// <summary>Null when no complete answer came; <see cref="Failure"/> then says why.</summary>
    public RecordedResponse? Response { get; init; }

    /// <summary>Why no answer can be judged: a timeout, a broken connection, a body beyond the bound.</summary>
    public string? Failure { get; init; }
}

/// <summary>A request as it was composed: secrets are labels such as <c>&lt;access-token#17&gt;</c>.</summary>
/// <param name="Method">HTTP method.</param>
/// <param name="Url">URL, with the request target as it was sent.</param>
/// <param name="Headers">All headers that the suite composed, content headers included.</param>
/// <param name="Body">The body as text; null if there was none.</param>
/// <param name="IsUtf8">False if the bytes of the body are not UTF-8; <paramref name="Body"/> then has replacement characters.</param>
public sealed record RecordedRequest(string Method, string Url, IReadOnlyList<Header> Headers, string? Body = null, bool IsUtf8 = true)
{
    /// <summary>
    /// Bytes of a body that is too long to be recorded, of which <see cref="Body"/> is the beginning; null if it is whole.
    /// </summary>
    public long? CutFrom { get; init; }

    /// <summary>
    /// Whether the request breaks HTTP itself, or its usual bounds, so that a web server or proxy may answer in its own way.
    /// </summary>
    public bool BreaksHttp { get; init; }
}

/// <summary>An answer as it came, with secrets replaced by their labels.</summary>
/// <param name="Status">HTTP status code.</param>
/// <param name="Headers">All headers, content headers included, in the order received.</param>
/// <param name="Body">The body as text; empty if there was none.</param>
/// <param name="IsUtf8">False if the bytes of the body were not UTF-8; <paramref name="Body"/> then has replacement characters.</param>
public sealed record RecordedResponse(int Status, IReadOnlyList<Header> Headers, string Body, bool IsUtf8 = true)
{
    private readonly PackedText body = PackedText.Of(Body);

    /// <summary>The body as text; empty if there was none.</summary>
    public string Body
    {
        get => body.Text;
        init => body = PackedText.Of(value);
    }

    /// <summary>
    /// Bytes of a body that is too long to be recorded, of which <see cref="Body"/> is the beginning; null if it is whole. It was judged
    /// whole.
    /// </summary>
    public long? CutFrom { get; init; }

    /// <summary>
    /// <c>sha256:</c> and the digest of a body that is too long to be recorded, in UTF-8, secrets replaced; null if it is whole.
    /// </summary>
    public string? Digest { get; init; }

    /// <summary>Characters of headers that are too long, or too many, to be recorded; null if they are whole.</summary>
    public long? HeadersCutFrom { get; init; }

    /// <summary>The version of HTTP that it came in, such as <c>2</c>; null for 1.1, and in records of earlier versions.</summary>
    public string? HttpVersion { get; init; }

    /// <summary>Whether what is recorded is less than what came, so that not everything can be judged again.</summary>
    [JsonIgnore]
    public bool IsCut => CutFrom is not null || HeadersCutFrom is not null;
}

/// <summary>One header line.</summary>
public sealed record Header(string Name, string Value);

/// <summary>Reading headers by name, as HTTP does: without regard to case.</summary>
public static class HeaderReading
{
    /// <summary>The first value of a header, or null if it is absent.</summary>
    public static string? Find(this IReadOnlyList<Header> headers, string name)
    {
        // Every check of every exchange asks: a query would allocate for each.
        for (var i = 0; i < headers.Count; i++)
        {
            if (headers[i].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return headers[i].Value;
        }

        return null;
    }

    /// <summary>The values of all lines of a header, joined by commas as HTTP allows, or null if it is absent.</summary>
    public static string? Joined(this IReadOnlyList<Header> headers, string name) =>
        headers.Find(name) is null
            ? null
            : string.Join(
                ", ", headers.Where(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value));
}
