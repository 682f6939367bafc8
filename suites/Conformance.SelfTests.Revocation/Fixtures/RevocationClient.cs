using System.Text;
using Conformance.Fixtures.Answers;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Runs;
using Conformance.Record.Secrets;
using Conformance.Schemas.Endpoints;

namespace Conformance.SelfTests.Revocation;

/// <summary>Speaks to one server as one client. Hands back every answer unjudged.</summary>
/// <param name="target">The server.</param>
/// <param name="client">Id and secret of the client, which go into the Authorization header by the scheme Basic.</param>
public sealed class RevocationClient(TargetRun target, (string Id, string Secret) client)
{
    private readonly Secret credentials =
        target.Vault.Learn(SecretKind.Configured, Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client.Id}:{client.Secret}")));

    /// <summary>Trades a code in; null if no tokens came.</summary>
    public async Task<RevocationSession?> Exchange(string code)
    {
        var answer = await Send(
            RevocationEndpoints.Token,
            call => call with
            {
                IsLogin = true,
                Body = Form(("grant_type", "authorization_code"), ("code", target.Vault.Learn(SecretKind.LoginToken, code).Label)),
            });
        return answer.Secret("/access_token") is { } access && answer.Secret("/refresh_token") is { } refresh
            ? new(this, access, refresh)
            : null;
    }

    public Task<Answer> Refresh(Secret token) =>
        Send(RevocationEndpoints.Token, call => call with { Body = Form(("grant_type", "refresh_token"), ("refresh_token", token.Label)) });

    /// <summary>Revokes a token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="hint">Of which type it is said to be; null to say nothing.</param>
    public Task<Answer> Revoke(Secret token, string? hint = null) => Send(
        RevocationEndpoints.Revoke,
        call => call with { Body = hint is null ? Form(("token", token.Label)) : Form(("token", token.Label), ("token_type_hint", hint)) });

    public Task<Answer> Ask(Secret token) => Send(RevocationEndpoints.Resource, call => call with { Headers = [], Token = token });

    private static HttpContent Form(params (string Name, string Value)[] fields) =>
        Call.Form(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private Task<Answer> Send(Endpoint endpoint, Func<Call, Call> change) =>
        target.Http.Send(
            change(new Call(endpoint) { Path = endpoint.Path, Headers = [new("Authorization", $"Basic {credentials.Label}")] }));
}
