using Conformance.Fixtures.Cleaning;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Record.Secrets;

namespace Conformance.SelfTests.Revocation;

/// <summary>
/// How the suite speaks RFC 7009. Its accounts are no users with passwords, but codes to which their users have consented.
/// </summary>
/// <param name="client">Id and secret of the client that the suite is.</param>
/// <param name="newCode">Hands out an authorization code.</param>
public sealed class RevocationDialect((string Id, string Secret) client, Func<string> newCode)
    : TargetDialect(new TargetDefaults(RevocationContract.Instance))
{
    public override ITargetFixture CreateFixture(TargetSlot slot) => new RevocationTarget(slot, client, newCode);

    public override async Task Preflight(TargetRun target)
    {
        target.Editions = ["rfc7009"];
        var session = await new RevocationClient(target, client).Exchange(newCode())
            ?? throw new ControlFailedException("POST /token handed out no tokens for a code.");
        if (!await session.Close())
            target.PreflightReport.CouldNotClose(session.Name);
    }

    public override ITargetCleanup CleanUp(TargetRun target, LedgerFile ledger) =>
        new RevocationCleanup(new RevocationClient(target, client));
}

/// <summary>Revokes what is left.</summary>
internal sealed class RevocationCleanup(RevocationClient client) : ITargetCleanup
{
    public async Task<bool> Undo(Leftover left, Secret? secret) =>
        secret is not null && (await client.Revoke(secret)).Status == 200;

    public Task<IReadOnlyList<string>> CloseOwn() => Task.FromResult<IReadOnlyList<string>>([]);
}

/// <summary>A server under test, as fixtures see it.</summary>
public sealed class RevocationTarget(TargetSlot slot, (string Id, string Secret) client, Func<string> newCode) : ITargetFixture
{
    public TargetSlot Slot { get; } = slot;

    public RevocationClient Client => new(Slot.Target!, client);

    /// <summary>A client that does not know its secret.</summary>
    public RevocationClient Impostor => new(Slot.Target!, client with { Secret = "no-such-secret" });

    /// <summary>Tokens of a grant of its own, closed at the end of the scenario.</summary>
    /// <exception cref="ControlFailedException">The server hands out none.</exception>
    public async Task<RevocationSession> LogIn()
    {
        var session = await Client.Exchange(newCode()) ?? throw new ControlFailedException("POST /token handed out no tokens for a code.");
        ScenarioRun.Current.Created(session);
        return session;
    }

    public override string ToString() => Slot.Name;
}
