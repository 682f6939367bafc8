namespace Conformance.Schemas.Endpoints;

/// <summary>The Koyeb endpoints in scope.</summary>
public static class KoyebEndpoints
{
    public static Endpoint Login { get; } =
        new("POST", "/v1/account/login") { ResponseSchema = "koyeb/login-reply", Effect = Effect.Writes };

    public static Endpoint Logout { get; } =
        new("DELETE", "/v1/account/logout") { ResponseSchema = "koyeb/logout-reply", Effect = Effect.EndsSessions, NeedsToken = true };

    public static Endpoint Refresh { get; } =
        new("PUT", "/v1/account/refresh") { ResponseSchema = "koyeb/login-reply", Effect = Effect.Writes, NeedsToken = true };

    public static Endpoint PasswordlessLogin { get; } =
        new("POST", "/v1/account/passwordless_login") { ResponseSchema = "koyeb/passwordless-login-reply", Effect = Effect.Writes };

    public static Endpoint Profile { get; } =
        new("GET", "/v1/account/profile") { ResponseSchema = "koyeb/user-reply", NeedsToken = true, Capability = Capabilities.Profile };

    public static IReadOnlyList<Endpoint> All { get; } = [Login, Logout, Refresh, PasswordlessLogin, Profile];

    /// <summary>Every endpoint in scope that asks for a bearer token.</summary>
    public static IReadOnlyList<Endpoint> Authenticated { get; } = [.. All.Where(endpoint => endpoint.NeedsToken)];
}
