using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Severity;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Runs;

/// <summary>Sessions that stay open between scenarios are looked at before they are closed, and none is forgotten.</summary>
public sealed class KeptSessionsTests
{
    private const string Sessions = "access tokens";

    [Test]
    public async Task One_that_lives_is_closed()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server));
        await Leave(target);
        server.Tables[Sessions].Should().Be(1);

        (await target.Run.Kept.CloseIdle(creations: null)).Should().BeEmpty();

        server.Tables[Sessions].Should().Be(0);
    }

    [Test]
    public async Task One_that_has_died_shows_when()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server));
        await End(target, await Leave(target));

        var shown = await target.Run.Kept.CloseIdle(creations: null);

        shown.Select(view => $"{view.Exchange.Endpoint} {view.Status}").Should().Equal(
            "POST /login 200", "GET /account/whoami 200", "GET /account/whoami 401");
    }

    [Test]
    public async Task One_that_was_set_aside_is_closed_before_anything_is_tried_alone()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server));
        var session = await Leave(target);
        target.Run.Kept.SetAsideAllOf(session.User);

        await target.Run.Kept.CloseIdle(creations: null);

        server.Tables[Sessions].Should().Be(0);
    }

    [TestCase(1, Verdict.Inconclusive)]
    [TestCase(2, Verdict.Pass)]
    public async Task Of_one_that_has_died_the_last_scenario_tells(int planned, Verdict verdict)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server));
        await End(target, await Leave(target));
        target.Run.Progress.Planned = planned;

        var finished = new ScenarioTrial(
            target.Run, "This", _ => new Attempt(new ScenarioFinished("This", "MTX-TOK-01", Verdict.Pass), [])).Run();

        finished.Verdict.Should().Be(verdict);
        finished.Exchanges.Should().HaveCount(verdict == Verdict.Pass ? 0 : 3);
    }

    // Whether a logout ends the other sessions of its user, the SessionApi leaves open.
    [TestCase(false, 3)]
    [TestCase(true, 0)]
    public async Task One_of_the_SessionApi_shows_nothing_once_its_account_was_lent_again(bool isLentAgain, int exchanges)
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server, KnownDialects.Koyeb));
        var scenario = target.Enter();
        var session = await (await target.Koyeb.Accounts.Lease()).LiveSession();
        await scenario.Finish(ended: null);
        target.Enter("Ends");
        if (isLentAgain)
            await target.Koyeb.Accounts.Lease();

        await session.Client.LogOut(session.Token);

        (await target.Run.Kept.CloseIdle(creations: null)).Should().HaveCount(exchanges);
    }

    private static async Task<MatrixSession> Leave(DrivenTarget target)
    {
        var scenario = target.Enter();
        var session = await (await target.Matrix.Accounts.Lease()).LiveSession();
        await scenario.Finish(ended: null);
        return session;
    }

    private static async Task End(DrivenTarget target, MatrixSession session)
    {
        target.Enter("Ends");
        await session.Client.LogOut(session.AccessToken);
    }
}
