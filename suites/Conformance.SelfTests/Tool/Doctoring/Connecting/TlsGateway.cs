using System.Net;
using System.Security.Cryptography.X509Certificates;
using Conformance.ReferenceServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conformance.SelfTests.Tool.Doctoring.Connecting;

/// <summary>Stands before a reference server, and speaks TLS, or a version of HTTP, in its place.</summary>
internal sealed class TlsGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private TlsGateway(WebApplication app) => this.app = app;

    public string BaseUrl => app.Urls.Single();

    /// <param name="server">The server behind it.</param>
    /// <param name="certificate">What it shows of itself; null for a gateway without TLS.</param>
    /// <param name="protocols">The versions of HTTP that it speaks.</param>
    public static async Task<TlsGateway> Before(
        ReferenceServer server, X509Certificate2? certificate, HttpProtocols protocols = HttpProtocols.Http1AndHttp2)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener =>
        {
            listener.Protocols = protocols;
            if (certificate is not null)
                listener.UseHttps(certificate);
        }));
        builder.Services.AddHttpForwarder();
        var gateway = new TlsGateway(builder.Build());
        gateway.app.MapForwarder("/{**path}", server.BaseUrl.GetLeftPart(UriPartial.Authority));
        await gateway.app.StartAsync();
        return gateway;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
