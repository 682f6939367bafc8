using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Conformance.SelfTests.Fixtures;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>
/// Stands before an honest server, below HTTP, so that it can send what no library would: has each request answered there, notes the tokens
/// in the answer, and sends what has been made of it.
/// </summary>
internal sealed class HostileServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> log = new();
    private readonly ConcurrentQueue<Exception> mishaps = new();
    private readonly Upstream upstream;
    private int requests;

    /// <param name="honest">Where the honest server listens.</param>
    /// <param name="secrets">What it knows; tokens are added.</param>
    /// <param name="plan">What is made of its answers.</param>
    public HostileServer(Uri honest, KnownSecrets secrets, HostilePlan plan)
    {
        (upstream, Plan, Secrets) = (new Upstream(honest), plan, secrets);
        listener.Start();
        Watch = new RequestWatch($"{listener.LocalEndpoint}", secrets);
        _ = AcceptAll();
    }

    public string BaseUrl => $"http://{listener.LocalEndpoint}";

    public KnownSecrets Secrets { get; }

    public HostilePlan Plan { get; }

    /// <summary>What is wrong with the requests that came.</summary>
    public RequestWatch Watch { get; }

    /// <summary>The server that nothing may be sent to.</summary>
    public CannedServer Elsewhere { get; } = new(CannedReply.Json(200, "{}"));

    /// <summary>What was done to which answer, in order.</summary>
    public IEnumerable<string> Log => log;

    public int Requests => requests;

    /// <summary>Mistakes of this server's own, so that it has answered nothing.</summary>
    public IReadOnlyCollection<Exception> Mishaps => mishaps;

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        upstream.Dispose();
        Elsewhere.Dispose();
        stop.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Clients that this server treats badly leave in any way they like.")]
    private async Task AcceptAll()
    {
        var stopped = stop.Token;
        try
        {
            while (true)
                _ = Serve(await listener.AcceptTcpClientAsync(stopped), stopped);
        }
        catch (Exception)
        {
            // Stopped.
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Every mistake is kept, for a test to tell.")]
    private async Task Serve(TcpClient client, CancellationToken stopped)
    {
        try
        {
            using (client)
            {
                client.NoDelay = true;
                var stream = client.GetStream();
                var goesOn = true;
                while (goesOn && await CannedRequest.Read(stream, stopped) is { } request)
                    goesOn = await Answer(request, stream, stopped);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or HttpRequestException)
        {
            // The client left, or the honest server refused what it was sent.
        }
        catch (Exception e)
        {
            mishaps.Enqueue(e);
        }
    }

    private async Task<bool> Answer(CannedRequest request, NetworkStream stream, CancellationToken stopped)
    {
        var number = Interlocked.Increment(ref requests);
        Watch.Look(request);
        Secrets.NoteSent($"{string.Join('\n', request.Headers)}\n{request.Body}");
        var answer = await upstream.Ask(request, stopped);
        var honest = $"{number}. {request.Deed.Split('?')[0]} {answer.Status}";
        var tokens = KnownSecrets.TokensIn(answer.Json);
        var done = Plan.Rewrite(number, request, random => new Turn(random, answer, Secrets, tokens, Elsewhere.BaseUrl));
        // Whoever is refused takes nothing in the refusal for a token.
        foreach (var token in answer.Status < 400 ? tokens : [])
            Secrets.Add(token);

        if (done.Count > 0)
            log.Enqueue($"{honest}: {string.Join(", ", done)}");

        return await HostileWire.Send(answer, request, stream, stopped);
    }
}
