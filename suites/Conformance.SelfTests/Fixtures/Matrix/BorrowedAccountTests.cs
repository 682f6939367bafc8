using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Schemas.Endpoints;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Matrix;

/// <summary>What scenarios do to accounts is undone at their end, whatever ended them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BorrowedAccountTests
{
    private static readonly MatrixServerOptions Rich = new() { HasAdministrator = true, AllowsRegistration = true };

    [Test]
    public async Task Lifts_a_lock_when_a_scenario_ends_early()
    {
        await using var server = await ReferenceServer.Start(Rich);
        using var target = new DrivenTarget(Settings(server));
        var scenario = target.Enter();
        var account = await target.Matrix.Accounts.Lease();
        var session = await account.LogIn();
        await target.Matrix.Lock(session);
        await session.AssumeLocked();

        var finished = await scenario.Finish(new ControlFailedException("something else went wrong"));

        finished.LeftOpen.Should().BeEmpty();
        (await account.TryLogIn()).Status.Should().Be(200, "the account is no longer locked");
    }

    [Test]
    public async Task Lifts_a_lock_even_if_the_session_of_the_administrator_has_ended()
    {
        await using var server = await ReferenceServer.Start(Rich);
        using var target = new DrivenTarget(Settings(server));
        var scenario = target.Enter();
        var account = await target.Matrix.Accounts.Lease();
        await target.Matrix.Lock(await account.LogIn());
        var administrator = await new MatrixAccount(account.Client, "admin", account.Password).LogIn();
        await administrator.LogOutEverywhere();

        var finished = await scenario.Finish(null);

        finished.LeftOpen.Should().BeEmpty();
        (await account.TryLogIn()).Status.Should().Be(200, "the account is no longer locked");
    }

    [Test]
    public async Task Says_what_the_server_lacks_where_accounts_cannot_be_locked()
    {
        await using var server = await ReferenceServer.Start(Rich with { Versions = ["v1.17"] });
        using var target = new DrivenTarget(Settings(server));
        var scenario = target.Enter();
        var session = await (await target.Matrix.Accounts.Lease()).LogIn();

        var locking = () => target.Matrix.Lock(session);

        (await locking.Should().ThrowAsync<NotApplicableException>()).WithMessage("*PUT /admin/lock/{userId}*v1.18*404*");
        (await scenario.Finish(null)).LeftOpen.Should().BeEmpty();
    }

    [Test]
    public async Task Leaves_of_a_throw_away_account_nothing_that_works()
    {
        await using var server = await ReferenceServer.Start(Rich);
        using var target = new DrivenTarget(Settings(server));
        var scenario = target.Enter();
        var throwAway = await target.Matrix.Register(wantsSession: true);
        await throwAway.Session!.AssumeAccepted();

        var finished = await scenario.Finish(null);

        finished.LeftOpen.Should().BeEmpty();
        (await throwAway.Account.TryLogIn()).Text("/errcode").Should().Be("M_USER_DEACTIVATED");
    }

    private static TargetSettings Settings(ReferenceServer server) => DrivenTarget.Settings(server) with
    {
        Administrator = new AccountSettings("admin", ReferenceAccounts.Password),
        Capabilities = new Dictionary<string, bool> { [Capabilities.Registration] = true },
    };
}
