using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>An account that the server locks while it is used is left alone at once, and the others go on.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LockOutTests
{
    private const string Locked = "M_USER_LOCKED";

    [TestCase(401, Locked)]
    [TestCase(403, "M_USER_SUSPENDED")]
    [TestCase(403, "M_USER_DEACTIVATED")]
    public async Task Asks_nothing_more_with_an_account_that_is_locked(int status, string code)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        var lockOut = new AccountLock("access_token", status, new { errcode = code, error = "Locked" });
        await using var gateway = await Gateway.Before(server, lockOut.Answer);
        using var target = new DrivenTarget(DrivenTarget.Settings(server, accounts: 2) with { BaseUrl = gateway.BaseUrl });

        var finished = await Use(target, lockOut, session => session.WhoAmI());

        var reason = $"The server has locked alice (GET /account/whoami was answered with {status} {code}): "
            + "nothing more is asked with this account.";
        (finished.Verdict, finished.Reason).Should().Be((Verdict.Inconclusive, reason));
        finished.LeftOpen.Should().ContainSingle().Which.Should().StartWith("@alice:");
        lockOut.Count.Should().Be(1, "not even the logout is sent");
        target.Run.Halt.Why.Should().BeNull("the other account goes on");
        (await Use(target, new AccountLock("", 0, ""), session => session.WhoAmI())).LeftOpen.Should().BeEmpty();
        lockOut.Count.Should().Be(1);
    }

    [Test]
    public async Task Says_so_to_whoever_needs_more_accounts_than_are_left()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        var lockOut = new AccountLock("access_token", 401, new { errcode = Locked });
        await using var gateway = await Gateway.Before(server, lockOut.Answer);
        using var target = new DrivenTarget(DrivenTarget.Settings(server, accounts: 2) with { BaseUrl = gateway.BaseUrl });
        await Use(target, lockOut, session => session.WhoAmI());
        target.Enter();

        (await target.Matrix.Accounts.Awaiting(accounts => accounts.LeaseTwo()).Should().ThrowAsync<AccountStoppedException>())
            .Which.Message.Should().StartWith("The server has locked alice ");
    }

    [Test]
    public async Task Takes_a_refreshed_token_for_one_of_the_account()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        var lockOut = new AccountLock("access_token", 401, new { errcode = Locked });
        await using var gateway = await Gateway.Before(server, lockOut.Answer);
        using var target = new DrivenTarget(DrivenTarget.Settings(server) with { BaseUrl = gateway.BaseUrl });
        var scenario = target.Enter();
        var session = await (await target.Matrix.Accounts.Lease()).LogIn(wantsRefreshToken: true);
        await session.RefreshToAnother();
        lockOut.IsOn = true;
        await session.Awaiting(each => each.WhoAmI()).Should().ThrowAsync<AccountStoppedException>();

        var refresh = () => session.Client.Refresh(session.RefreshToken!);

        await refresh.Should().ThrowAsync<AccountStoppedException>();
        await scenario.Finish(ended: null);
        lockOut.Count.Should().Be(1);
    }

    [Test]
    public async Task Is_stopped_by_a_login_too()
    {
        using var server = new CannedServer(CannedReply.Json(403, """{"errcode":"M_USER_DEACTIVATED","error":"Gone"}"""));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();
        var account = await target.Matrix.Accounts.Lease();

        for (var login = 0; login < 3; login++)
            await account.Awaiting(each => each.TryLogIn()).Should().ThrowAsync<AccountStoppedException>();

        server.Requests.Should().ContainSingle();
    }

    [TestCase(401, "M_UNKNOWN_TOKEN")]
    [TestCase(400, Locked)]
    public async Task Takes_no_other_refusal_for_a_lock(int status, string code)
    {
        using var server = new CannedServer(CannedReply.Json(status, $$"""{"errcode":"{{code}}","error":"No"}"""));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        target.Enter();

        (await (await target.Matrix.Accounts.Lease()).TryLogIn()).Status.Should().Be(status);
    }

    [Test]
    public async Task Knows_a_lock_of_Koyeb_by_its_message()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        var lockOut = new AccountLock("id", 403, new { status = 403, code = "forbidden", message = "Account is locked" });
        await using var gateway = await Gateway.Before(server, lockOut.Answer);
        using var target = new DrivenTarget(DrivenTarget.Settings(server, KnownDialects.Koyeb) with { BaseUrl = gateway.BaseUrl });
        var scenario = target.Enter();
        var session = await (await target.Koyeb.Accounts.Lease()).LogIn();
        lockOut.IsOn = true;

        await session.Awaiting(each => each.Account.Ask(each.Token)).Should().ThrowAsync<AccountStoppedException>();

        (await scenario.Finish(ended: null)).LeftOpen.Should().ContainSingle();
        lockOut.Count.Should().Be(1);
    }

    private static async Task<ScenarioFinished> Use(DrivenTarget target, AccountLock lockOut, Func<MatrixSession, Task> use)
    {
        var scenario = target.Enter();
        Exception? ended = null;
        try
        {
            var session = await (await target.Matrix.Accounts.Lease()).LogIn();
            lockOut.IsOn = true;
            await use(session);
        }
        catch (AccountStoppedException e)
        {
            ended = e;
        }

        return await scenario.Finish(ended);
    }
}
