using System.Net.Http.Headers;
using System.Text;
using Conformance.SelfTests.Fixtures;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>Has requests answered by an honest server.</summary>
/// <param name="honest">Where it listens.</param>
internal sealed class Upstream(Uri honest) : IDisposable
{
    // Those that belong to a connection, and not to a request.
    private static readonly string[] OfConnection = ["Host", "Connection", "Content-Length", "Transfer-Encoding", "Keep-Alive"];

    private readonly HttpClient client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ActivityHeadersPropagator = null,
        RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1,
        ResponseHeaderEncodingSelector = (_, _) => Encoding.Latin1,
    });

    public async Task<HostileAnswer> Ask(CannedRequest request, CancellationToken stopped)
    {
        using var message = Message(request);
        using var response = await client.SendAsync(message, stopped);
        var answer = new HostileAnswer
        {
            Status = (int)response.StatusCode,
            Reason = response.ReasonPhrase ?? "",
            Body = await response.Content.ReadAsByteArrayAsync(stopped),
        };
        foreach (var (name, value) in response.Headers.Concat(response.Content.Headers)
            .Where(header => !OfConnection.Contains(header.Key))
            .SelectMany(header => header.Value, (header, value) => (header.Key, value)))
        {
            answer.Add(name, value);
        }

        return answer;
    }

    public void Dispose() => client.Dispose();

    private HttpRequestMessage Message(CannedRequest request)
    {
        var (method, target) = request.Deed.Split(' ', 2) is [var verb, var path] ? (verb, path) : (request.Deed, "/");
        // As it came: dots and percent-encoded slashes are the honest server's business.
        var asIs = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var message = new HttpRequestMessage(
            new HttpMethod(method), new Uri(honest.GetLeftPart(UriPartial.Authority) + target, in asIs));
        if (request.Header("Content-Length") is not null)
            message.Content = new ByteArrayContent(request.BodyBytes);

        foreach (var line in request.Headers)
        {
            if (line.Split(':', 2) is [var name, var value] && !OfConnection.Contains(name, StringComparer.OrdinalIgnoreCase))
                Add(message, name, value.Trim());
        }

        return message;
    }

    private static void Add(HttpRequestMessage message, string name, string value)
    {
        HttpHeaders? headers = message.Headers.TryAddWithoutValidation(name, value) ? null : message.Content?.Headers;
        headers?.TryAddWithoutValidation(name, value);
    }
}
