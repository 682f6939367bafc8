using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Conformance.SelfTests.Revocation;

/// <summary>What a server does wrong on purpose.</summary>
public enum RevocationFault
{
    None,

    /// <summary>It answers 200 and revokes nothing.</summary>
    KeepsRevokedToken,

    /// <summary>It looks for a token among those of the hinted type only.</summary>
    TrustsHint,
}

/// <summary>A small OAuth 2.0 authorization server with a resource of its own, on a loopback port. It knows nothing of the suite.</summary>
public sealed class RevocationServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte> codes = new();
    private readonly ConcurrentDictionary<string, byte> accessTokens = new();
    private readonly ConcurrentDictionary<string, byte> refreshTokens = new();
    private readonly RevocationFault fault;
    private readonly WebApplication application;
    private int last;

    private RevocationServer(RevocationFault fault)
    {
        this.fault = fault;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        application = builder.Build();
        application.Urls.Add("http://127.0.0.1:0");
        application.MapPost("/token", Token);
        application.MapPost("/revoke", Revoke);
        application.MapGet(
            "/resource",
            (HttpRequest request) => accessTokens.ContainsKey(Credentials(request, "Bearer"))
                ? Results.Json(new { })
                : Results.Unauthorized());
    }

    /// <summary>Id and secret of its one client.</summary>
    public static (string Id, string Secret) Client { get; } = ("conformance", "correct-horse-battery-staple");

    public string BaseUrl => application.Urls.Single();

    public static async Task<RevocationServer> Start(RevocationFault fault)
    {
        var server = new RevocationServer(fault);
        await server.application.StartAsync();
        return server;
    }

    /// <summary>A code to which a user has consented; each can be traded in once.</summary>
    public string NewCode() => Add(codes, "code");

    public ValueTask DisposeAsync() => application.DisposeAsync();

    private static string Credentials(HttpRequest request, string scheme) =>
        AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && header.Scheme == scheme
            ? header.Parameter ?? ""
            : "";

    private static bool IsClient(HttpRequest request) =>
        Credentials(request, "Basic") == Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Client.Id}:{Client.Secret}"));

    private static IResult Error(int status, string code) => Results.Json(new { error = code }, statusCode: status);

    private async Task<IResult> Token(HttpRequest request)
    {
        if (!IsClient(request))
            return Error(401, "invalid_client");

        var form = await request.ReadFormAsync();
        return form["grant_type"].ToString() switch
        {
            "authorization_code" when codes.TryRemove(form["code"].ToString(), out _) => Granted(Add(refreshTokens, "refresh")),
            "refresh_token" when refreshTokens.ContainsKey(form["refresh_token"].ToString()) => Granted(form["refresh_token"].ToString()),
            "authorization_code" or "refresh_token" => Error(400, "invalid_grant"),
            _ => Error(400, "unsupported_grant_type"),
        };
    }

    private IResult Granted(string refreshToken) =>
        Results.Json(new { access_token = Add(accessTokens, "access"), token_type = "Bearer", refresh_token = refreshToken });

    private async Task<IResult> Revoke(HttpRequest request)
    {
        if (!IsClient(request))
            return Error(401, "invalid_client");

        var form = await request.ReadFormAsync();
        var searched = form["token_type_hint"].ToString() switch
        {
            "refresh_token" when fault is RevocationFault.TrustsHint => [refreshTokens],
            "access_token" when fault is RevocationFault.TrustsHint => [accessTokens],
            _ => new[] { accessTokens, refreshTokens },
        };
        foreach (var tokens in fault is RevocationFault.KeepsRevokedToken ? [] : searched)
            tokens.TryRemove(form["token"].ToString(), out _);

        return Results.Ok();
    }

    private string Add(ConcurrentDictionary<string, byte> texts, string kind)
    {
        // With what a form has to escape.
        var text = string.Create(CultureInfo.InvariantCulture, $"{kind}+/{Interlocked.Increment(ref last)}-{Guid.NewGuid():N}=");
        texts[text] = 0;
        return text;
    }
}
