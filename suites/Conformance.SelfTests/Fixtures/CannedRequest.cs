using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.SelfTests.Fixtures;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Line">Method, target and version.</param>
/// <param name="Headers">Header lines in the order received, one character a byte.</param>
/// <param name="Body">The body, empty if there was none.</param>
internal sealed record CannedRequest(string Line, IReadOnlyList<string> Headers, string Body)
{
    /// <summary>Method and target, such as <c>POST /login</c>.</summary>
    public string Deed => Line[..Line.LastIndexOf(' ')];

    /// <summary>The body, byte for byte.</summary>
    public byte[] BodyBytes { get; private init; } = [];

    public JsonNode Json() => JsonNode.Parse(Body)!;

    /// <summary>The value of a header; null if it is absent.</summary>
    public string? Header(string name) =>
        Headers.Select(line => line.Split(": ", 2)).FirstOrDefault(parts => parts[0].Equals(name, StringComparison.OrdinalIgnoreCase))?[1];

    /// <summary>The next request of a connection; null if the client has closed it. What is not HTTP is taken as it is.</summary>
    public static async Task<CannedRequest?> Read(Stream stream, CancellationToken stopped)
    {
        if (await ReadHead(stream, stopped) is not { } head)
            return null;

        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var request = new CannedRequest(lines[0], lines[1..], "");
        var body = new byte[int.Parse(request.Header("Content-Length") ?? "0", CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, stopped);
        return request with { Body = Encoding.UTF8.GetString(body), BodyBytes = body };
    }

    // Byte by byte, so that nothing of the body is taken; the greeting of a TLS client begins with 22.
    private static async Task<string?> ReadHead(Stream stream, CancellationToken stopped)
    {
        var head = new StringBuilder();
        var next = new byte[1];
        while (head.Length < 4 || head.ToString(head.Length - 4, 4) != "\r\n\r\n")
        {
            if (await stream.ReadAsync(next, stopped) == 0)
                return null;

            if (head.Length == 0 && next[0] == 22)
                return "TLS";

            head.Append((char)next[0]);
        }

        return head.ToString();
    }
}
