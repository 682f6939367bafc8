namespace Conformance.Schemas.Endpoints;

/// <summary>The Koyeb endpoints in scope.</summary>
public static class KoyebEndpoints
{
    private const string Later = "s26";

    public static Endpoint Login { get; } =
        new("POST", "/v1/account/login") { ResponseSchema = "koyeb/login-reply", Effect = Effect.Writes, IssuesTokens = true };

    public static Endpoint Logout { get; } =
        new("DELETE", "/v1/account/logout") { ResponseSchema = "koyeb/logout-reply", Effect = Effect.EndsSessions, NeedsToken = true };

    public static Endpoint Refresh { get; } =
        new("PUT", "/v1/account/refresh")
        {
            ResponseSchema = "koyeb/login-reply",
            Effect = Effect.Writes,
            NeedsToken = true,
            IssuesTokens = true,
        };

    public static Endpoint PasswordlessLogin { get; } =
        new("POST", "/v1/account/passwordless_login")
        {
            ResponseSchema = "koyeb/passwordless-login-reply",
            Effect = Effect.Writes,
            Until = "s21",
        };

    /// <summary>A session without an organization for the user of the token.</summary>
    public static Endpoint NewSession { get; } =
        new("POST", "/v1/account/session")
        {
            ResponseSchema = "koyeb/login-reply",
            Effect = Effect.Writes,
            IssuesTokens = true,
            NeedsToken = true,
            Since = Later,
        };

    public static Endpoint SwitchOrganization { get; } = new("POST", "/v1/organizations/{id}/switch")
    {
        ResponseSchema = "koyeb/login-reply",
        Effect = Effect.Writes,
        IssuesTokens = true,
        NeedsToken = true,
        Capability = Capabilities.OrganizationSwitch,
        Since = Later,
    };

    public static Endpoint Profile { get; } =
        new("GET", "/v1/account/profile") { ResponseSchema = "koyeb/user-reply", NeedsToken = true, Capability = Capabilities.Profile };

    /// <summary>Says back what it is told, and by whom.</summary>
    public static Endpoint TestAuth { get; } =
        new("POST", "/v1/test/auth")
        {
            ResponseSchema = "koyeb/test-auth-reply",
            NeedsToken = true,
            Capability = Capabilities.TestAuth,
            Since = Later,
        };

    /// <summary>Answers everybody with an empty object.</summary>
    public static Endpoint TestAnonymous { get; } =
        new("GET", "/v1/test/anon") { Capability = Capabilities.TestAuth, Since = Later };

    /// <summary>The four operations of the SessionApi in its first edition: the only paths that a wrong method is tried on.</summary>
    public static IReadOnlyList<Endpoint> SessionApi { get; } = [Login, Logout, Refresh, PasswordlessLogin];

    public static IReadOnlyList<Endpoint> All { get; } = [.. SessionApi, NewSession, SwitchOrganization, Profile, TestAuth, TestAnonymous];

    /// <summary>Every endpoint in scope that asks for a bearer token.</summary>
    public static IReadOnlyList<Endpoint> Authenticated { get; } = [.. All.Where(endpoint => endpoint.NeedsToken)];
}
