using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.Record.Secrets;

namespace Conformance.SelfTests.Revocation;

/// <summary>The tokens of one grant.</summary>
public sealed class RevocationSession(RevocationClient client, Secret accessToken, Secret refreshToken) : ICreation
{
    public Secret AccessToken { get; } = accessToken;

    public Secret RefreshToken { get; } = refreshToken;

    public string Name => $"{AccessToken}";

    public async Task AssumeAccepted() => (await client.Ask(AccessToken)).Assume(answer => answer.HaveStatus(200));

    public async Task ShouldBeAccepted() => (await client.Ask(AccessToken)).Promise(answer => answer.HaveStatus(200));

    public async Task ShouldBeRefused() => (await client.Ask(AccessToken)).Promise(answer => answer.HaveStatus(401));

    public async Task ShouldNotRefresh() =>
        (await client.Refresh(RefreshToken)).Promise(answer => answer.HaveStatus(400).HaveText("/error", "invalid_grant"));

    public async Task<bool> Close()
    {
        try
        {
            await client.Revoke(AccessToken);
            await client.Revoke(RefreshToken);
            return (await client.Ask(AccessToken)).Status == 401 && (await client.Refresh(RefreshToken)).Status == 400;
        }
        catch (ControlFailedException)
        {
            return false;
        }
    }
}
