using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Record.Journal;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Matrix.Discovery;

/// <summary>However a server says that it has no such endpoint, the preflight understands it, and takes nothing else for missing.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class AbsentFormTests
{
    private const string Later = "s26";

    // Few servers have it, this one neither.
    private const string Usual = "oauth";

    [TestCaseSource(typeof(Absence), nameof(Absence.Names))]
    public async Task Understands_it_of_every_endpoint_of_a_homeserver(string absence)
    {
        var leftOut = new LeftOut("all", [.. LeftOut.OfMatrix.SelectMany(each => each.Endpoints)]);

        var finished = await Finish(new MatrixServerOptions(), leftOut, absence);

        Missing(finished).Should().BeEquivalentTo([.. LeftOut.OfMatrix.Select(each => each.Capability), Usual]);
    }

    [TestCaseSource(typeof(Absence), nameof(Absence.Names))]
    public async Task Understands_it_of_every_endpoint_of_a_session_service(string absence)
    {
        var leftOut = new LeftOut("all", [.. LeftOut.OfKoyeb.SelectMany(each => each.Endpoints)]);

        var finished = await Finish(new KoyebServerOptions { Edition = Later }, leftOut, Absence.Of(absence), settings => settings with
        {
            Edition = Later,
            Accounts = [.. settings.Accounts.Select(account => account with { OrganizationId = "organization" })],
        });

        Missing(finished).Should().BeEquivalentTo("organizationSwitch", "profile", "testAuth");
    }

    [TestCase("deviceList")]
    [TestCase("deviceDetails")]
    [TestCase("serverCapabilities")]
    [TestCase("refreshTokens")]
    [TestCase("passwordChange")]
    public async Task Takes_nothing_else_for_missing(string capability)
    {
        var finished = await Finish(new MatrixServerOptions(), LeftOut.Of(capability), "M_NOT_FOUND");

        Missing(finished).Should().BeEquivalentTo(capability, Usual);
    }

    [Test]
    public async Task Takes_a_gateway_that_fails_or_refuses_for_nothing()
    {
        foreach (var status in new[] { 403, 502 })
        {
            var absence = new Absence($"{status}", status, "text/html", "<h1>Sorry</h1>");

            var finished = await Finish(new MatrixServerOptions(), LeftOut.Of("sync"), absence, settings => settings);

            finished.Capabilities.Single(state => state.Name == "sync").Seen.Should().BeNull();
        }
    }

    [Test]
    public async Task Says_once_what_it_missed_and_under_which_key()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await LeftOut.Of("deviceList").Before(server, Absence.Of("M_NOT_FOUND"));
        var settings = DrivenTarget.Settings(server) with { BaseUrl = gateway.BaseUrl };
        List<string> told = [];
        using var run = new ConformanceRun(
            [new TargetSlot(settings.Name, KnownDialects.Of(settings.Contract), () => Task.FromResult(settings))],
            null,
            seed: 1,
            "0.1.0",
            TimeProvider.System)
        {
            Watcher = told.Add,
        };

        await run.Start([new PlannedScenario(run.Slots[0], "LogoutTests.Kills_the_token", "MTX-LOGOUT-02")], _ => []);
        await run.End();

        told.Should().ContainSingle().Which.Should().Be(
            $"{settings.Name} lacks what most servers have: deviceList (GET /devices without a token answered 404 M_NOT_FOUND). What needs "
            + "it is not applicable, and controls ask what there is. If that is so for good, say so under capabilities in "
            + $"{settings.File}: \"deviceList\": false.");
    }

    private static Task<PreflightFinished> Finish(ReferenceServerOptions options, LeftOut leftOut, string absence) =>
        Finish(options, leftOut, Absence.Of(absence), settings => settings);

    private static async Task<PreflightFinished> Finish(
        ReferenceServerOptions options, LeftOut leftOut, Absence absence, Func<TargetSettings, TargetSettings> change)
    {
        await using var server = await ReferenceServer.Start(options);
        await using var gateway = await leftOut.Before(server, absence);
        var dialect = options is KoyebServerOptions ? KnownDialects.Koyeb : KnownDialects.Matrix;
        return await Preflight.Finish(change(DrivenTarget.Settings(server, dialect)) with
        {
            BaseUrl = gateway.BaseUrl,
            Permissions = new PermissionSettings { ChangePasswords = true },
        });
    }

    private static IEnumerable<string> Missing(PreflightFinished finished) =>
        finished.Capabilities.Where(state => state.Seen is false).Select(state => state.Name);
}
