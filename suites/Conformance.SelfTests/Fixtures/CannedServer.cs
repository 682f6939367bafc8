using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Conformance.SelfTests.Fixtures;

/// <summary>A server below HTTP on 127.0.0.1: it keeps what it received, byte for byte, and answers whatever it was told to.</summary>
internal sealed class CannedServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<CannedRequest> requests = new();
    private readonly Func<CannedRequest, CannedReply> answer;
    private int connections;

    public CannedServer(Func<CannedRequest, CannedReply> answer)
    {
        this.answer = answer;
        listener.Start();
        _ = AcceptAll();
    }

    /// <summary>A server with the same answer to everything.</summary>
    public CannedServer(CannedReply reply)
        : this(_ => reply)
    {
    }

    public string Authority => $"{listener.LocalEndpoint}";

    public string BaseUrl => $"http://{Authority}";

    /// <summary>How many connections were opened to it.</summary>
    public int Connections => connections;

    /// <summary>What it received, in order.</summary>
    public IReadOnlyList<CannedRequest> Requests => [.. requests];

    /// <summary>The authority of a server that has gone.</summary>
    public static string ClosedAuthority()
    {
        using var server = new CannedServer(CannedReply.Json(200, "{}"));
        return server.Authority;
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Dispose();
        stop.Dispose();
    }

    [SuppressMessage("Design", "CA1031", Justification = "Clients that this server treats badly leave in any way they like.")]
    private async Task AcceptAll()
    {
        var stopped = stop.Token;
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stopped);
                Interlocked.Increment(ref connections);
                _ = Serve(client, stopped);
            }
        }
        catch (Exception)
        {
            // Stopped.
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "Clients that this server treats badly leave in any way they like.")]
    private async Task Serve(TcpClient client, CancellationToken stopped)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                var goesOn = true;
                while (goesOn && await CannedRequest.Read(stream, stopped) is { } request)
                {
                    requests.Enqueue(request);
                    goesOn = await answer(request).Send(stream, stopped);
                }
            }
        }
        catch (Exception)
        {
            // The client left.
        }
    }
}
