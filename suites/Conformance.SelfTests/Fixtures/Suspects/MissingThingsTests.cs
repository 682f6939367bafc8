using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Schemas.Ledger;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Suspects;

/// <summary>
/// A device that is missing from a list, or its keys, may have gone with a session that another scenario's call has ended: whoever finds
/// that looks at its sessions, so that the ledger sees them dead before their own logout.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class MissingThingsTests
{
    [Test]
    public async Task Sessions_are_looked_at_where_a_promise_was_broken()
    {
        var ledger = await Lost(promised: 401);

        ledger.Victims.Should().ContainSingle().Which.Refused.View.Exchange.Endpoint.Should().Be("GET /account/whoami");
    }

    [Test]
    public async Task A_promise_that_was_kept_costs_no_look() =>
        (await Lost(promised: 200)).Victims.Should().BeEmpty("its own logout does not show that it had ended before");

    // Of two sessions one is ended by a logout of somebody else; the promise is made by the other.
    private static async Task<SessionLedger> Lost(int promised)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Faults = ["LogoutEndsSessionOfAnother"] });
        using var target = new DrivenTarget(DrivenTarget.Settings(server, accounts: 3));
        var scenario = target.Enter();
        var (owner, other) = await target.Matrix.Accounts.LeaseTwo();
        var phone = await owner.LogIn();
        await phone.WhoAmI();
        var witness = await other.LogIn();

        await EndedByAnother(target);
        scenario.Enter();
        (await witness.WhoAmI()).Promise(answer => answer.HaveStatus(promised));

        return target.Run.LedgerOf(new Attempt(await scenario.Finish(ended: null), scenario.Views));
    }

    private static async Task EndedByAnother(DrivenTarget target)
    {
        target.Enter("Another");
        await (await (await target.Matrix.Accounts.Lease()).LogIn()).LogOut();
    }
}
