using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Conformance.SelfTests.Fixtures;

/// <summary>A server on this machine that notes how each request came to it, and refuses all of them.</summary>
internal sealed class ListeningServer : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Protocol, string? Client)> came = new();
    private readonly WebApplication app;

    private ListeningServer(WebApplication app) => this.app = app;

    public string BaseUrl => app.Urls.Single();

    /// <summary>Each request: the version of HTTP, and the subject of the certificate that its client showed.</summary>
    public IReadOnlyList<(string Protocol, string? Client)> Came => [.. came];

    /// <param name="protocols">The versions of HTTP that it speaks.</param>
    /// <param name="certificate">Its certificate; null for plain HTTP.</param>
    /// <param name="asksForClient">Whether it takes nobody without a certificate.</param>
    /// <param name="address">Where it listens; null for 127.0.0.1.</param>
    public static async Task<ListeningServer> Start(
        HttpProtocols protocols, X509Certificate2? certificate = null, bool asksForClient = false, IPAddress? address = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(address ?? IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = protocols;
            if (certificate is not null)
                listen.UseHttps(Tls(certificate, asksForClient));
        }));
        var server = new ListeningServer(builder.Build());
        server.app.Run(server.Answer);
        await server.app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static HttpsConnectionAdapterOptions Tls(X509Certificate2 certificate, bool asksForClient) => new()
    {
        ServerCertificate = certificate,
        ClientCertificateMode = asksForClient ? ClientCertificateMode.RequireCertificate : ClientCertificateMode.NoCertificate,
        ClientCertificateValidation = (_, _, _) => true,
    };

    private Task Answer(HttpContext context)
    {
        came.Enqueue((context.Request.Protocol, context.Connection.ClientCertificate?.Subject));
        context.Response.StatusCode = 401;
        return context.Response.WriteAsJsonAsync(new { errcode = "M_MISSING_TOKEN", error = "No token" });
    }
}
