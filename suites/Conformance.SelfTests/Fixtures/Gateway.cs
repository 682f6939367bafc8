using System.Collections.Concurrent;
using System.Text;
using Conformance.ReferenceServers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Conformance.SelfTests.Fixtures;

/// <summary>
/// Stands before a reference server, and answers some requests in its place: what ails servers that has nothing to do with a contract.
/// </summary>
internal sealed class Gateway : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly WebApplication app;

    private Gateway(WebApplication app) => this.app = app;

    public string BaseUrl => app.Urls.Single();

    /// <summary>How often each path was asked, with its method in front.</summary>
    public IReadOnlyDictionary<string, int> Counts => counts;

    /// <summary>How many requests came.</summary>
    public int Requests => counts.Values.Sum();

    /// <summary>How many requests came whose path ends so.</summary>
    public int Count(string end) => counts.Where(count => count.Key.EndsWith(end, StringComparison.Ordinal)).Sum(count => count.Value);

    /// <param name="server">The server behind it.</param>
    /// <param name="answer">Answers a request, or calls what comes next to have it answered by the server.</param>
    /// <param name="protocols">The versions of HTTP that it speaks.</param>
    public static async Task<Gateway> Before(
        ReferenceServer server, Func<HttpContext, RequestDelegate, Task> answer, HttpProtocols protocols = HttpProtocols.Http1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = protocols));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHttpForwarder();
        var gateway = new Gateway(builder.Build());
        gateway.app.Use(next => async context =>
        {
            gateway.counts.AddOrUpdate($"{context.Request.Method} {context.Request.Path}", 1, (_, count) => count + 1);
            await answer(context, next);
        });
        gateway.app.MapForwarder("/{**path}", server.BaseUrl.GetLeftPart(UriPartial.Authority));
        await gateway.app.StartAsync();
        return gateway;
    }

    /// <summary>Lets the server answer, and changes what it said.</summary>
    /// <param name="context">The request.</param>
    /// <param name="next">Has it answered.</param>
    /// <param name="change">Makes another body of the body; it may change the status, too.</param>
    public static async Task Rewrite(HttpContext context, RequestDelegate next, Func<string, string> change)
    {
        var outgoing = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        await next(context);
        context.Response.Body = outgoing;
        context.Response.Headers.ContentLength = null;
        await context.Response.WriteAsync(change(Encoding.UTF8.GetString(buffer.ToArray())));
    }

    /// <summary>The body of a request, which can be read again.</summary>
    public static async Task<string> BodyOf(HttpRequest request)
    {
        request.EnableBuffering();
        using var reader = new StreamReader(request.Body, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        request.Body.Position = 0;
        return body;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
