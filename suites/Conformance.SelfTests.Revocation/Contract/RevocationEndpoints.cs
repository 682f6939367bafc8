using Conformance.Schemas.Endpoints;

namespace Conformance.SelfTests.Revocation;

/// <summary>The endpoints in scope.</summary>
public static class RevocationEndpoints
{
    /// <summary>Trades a code or a refresh token in for tokens (RFC 6749, section 3.2).</summary>
    public static Endpoint Token { get; } = new("POST", "/token") { ResponseSchema = "revocation/token", Effect = Effect.Writes };

    /// <summary>Ends a token.</summary>
    public static Endpoint Revoke { get; } = new("POST", "/revoke") { Effect = Effect.EndsSessions };

    /// <summary>A protected resource (RFC 6750): shows whether an access token lives.</summary>
    public static Endpoint Resource { get; } = new("GET", "/resource") { NeedsToken = true };
}
