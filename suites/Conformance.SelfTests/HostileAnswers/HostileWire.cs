using System.Globalization;
using System.Text;
using Conformance.SelfTests.Fixtures;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>Sends answers, byte for byte and at their pace.</summary>
internal static class HostileWire
{
    /// <summary>How long whoever asks should wait for an answer at most: late ones take longer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int Pieces = 24;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <returns>Whether the connection takes another request.</returns>
    public static async Task<bool> Send(HostileAnswer answer, CannedRequest request, Stream stream, CancellationToken stopped)
    {
        var bytes = BytesOf(answer, HasBody(answer, request));
        switch (answer.Pace)
        {
            case Pace.Never:
                return false;
            case Pace.HalfOfIt:
                await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), stopped);
                return false;
            case Pace.Late:
                await Task.Delay(1.2 * Patience, TimeProvider.System, stopped);
                await stream.WriteAsync(bytes, stopped);
                return false;
            case Pace.InPieces:
                foreach (var piece in bytes.Chunk(Math.Max(1, bytes.Length / Pieces)))
                {
                    await stream.WriteAsync(piece, stopped);
                    await Task.Delay(Pause, TimeProvider.System, stopped);
                }

                return true;
            default:
                await stream.WriteAsync(bytes, stopped);
                return true;
        }
    }

    // What HTTP has no body for gets none: it would be taken for the next answer, and these runs are about what is said in one.
    private static bool HasBody(HostileAnswer answer, CannedRequest request) =>
        answer.Status is >= 200 and not 204 and not 304 && !request.Line.StartsWith("HEAD ", StringComparison.Ordinal);

    private static byte[] BytesOf(HostileAnswer answer, bool hasBody)
    {
        var head = new StringBuilder();
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {answer.Status} {answer.Reason}\r\n");
        foreach (var (name, value) in answer.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");

        var isChunked = hasBody && answer.Trailers.Count > 0;
        head.Append(
            isChunked ? "Transfer-Encoding: chunked\r\n\r\n"
                : hasBody ? $"Content-Length: {answer.Body.Length}\r\n\r\n"
                : "\r\n");
        return
        [
            .. Encoding.UTF8.GetBytes(head.ToString()),
            .. !hasBody ? [] : isChunked ? Chunked(answer) : answer.Body,
        ];
    }

    private static byte[] Chunked(HostileAnswer answer)
    {
        var size = answer.Body.Length == 0 ? "" : $"{answer.Body.Length:x}\r\n";
        var trailers = string.Concat(answer.Trailers.Select(trailer => $"{trailer.Key}: {trailer.Value}\r\n"));
        var end = $"{(answer.Body.Length == 0 ? "" : "\r\n")}0\r\n{trailers}\r\n";
        return [.. Encoding.ASCII.GetBytes(size), .. answer.Body, .. Encoding.UTF8.GetBytes(end)];
    }
}
