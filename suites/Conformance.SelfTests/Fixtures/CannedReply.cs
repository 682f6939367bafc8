using System.Text;

namespace Conformance.SelfTests.Fixtures;

/// <summary>What a canned server writes, and what it does with the connection then.</summary>
/// <param name="Bytes">Written as they are.</param>
/// <param name="Then">What follows.</param>
internal sealed record CannedReply(byte[] Bytes, Then Then)
{
    /// <summary>Says nothing, and keeps the connection open.</summary>
    public static CannedReply Silence { get; } = new([], Then.Hang);

    /// <summary>Exactly this text, and the end of the connection.</summary>
    public static CannedReply Raw(string text, Then then = Then.Close) => new(Encoding.UTF8.GetBytes(text), then);

    /// <summary>A whole answer with a JSON body; the connection stays open for the next request.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="body">The body, JSON or broken.</param>
    /// <param name="headers">Header lines beyond the usual.</param>
    public static CannedReply Json(int status, string body, params string[] headers) =>
        Whole(status, body, ["Content-Type: application/json", .. headers]);

    /// <summary>A whole answer with a page of a web site.</summary>
    public static CannedReply Html(int status, string body) => Whole(status, body, ["Content-Type: text/html"]);

    /// <summary>A whole answer; the connection stays open for the next request.</summary>
    public static CannedReply Whole(int status, string body, params string[] headers) => Raw(
        string.Join("\r\n", [$"HTTP/1.1 {status} Whatever", $"Content-Length: {Encoding.UTF8.GetByteCount(body)}", .. headers, "", body]),
        Then.GoOn);

    /// <summary>Writes it.</summary>
    /// <returns>Whether the connection takes another request.</returns>
    public async Task<bool> Send(Stream stream, CancellationToken stopped)
    {
        do
            await stream.WriteAsync(Bytes, stopped);
        while (Then is Then.Repeat);

        if (Then is Then.Hang)
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stopped);

        return Then is Then.GoOn;
    }
}

/// <summary>What follows a reply on its connection.</summary>
internal enum Then
{
    /// <summary>The next request.</summary>
    GoOn,

    /// <summary>The end of the connection.</summary>
    Close,

    /// <summary>Nothing at all, with the connection open.</summary>
    Hang,

    /// <summary>The same again, for ever.</summary>
    Repeat,
}
