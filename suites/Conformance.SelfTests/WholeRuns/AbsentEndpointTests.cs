using Conformance.Fixtures.Targets;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.Reports.Verification;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// Servers that leave out what they may, however they say so: no row is accused but the one that demands the endpoint itself, none is
/// inconclusive for it, and the key of the target file is named.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class AbsentEndpointTests
{
    // Those that say that the endpoint itself must be there.
    private static readonly Dictionary<string, string[]> Demanding = new()
    {
        ["deviceDetails"] = ["MTX-DEV-04", "MTX-DEV-06"],
        ["deviceList"] = ["MTX-DEV-01"],
        // It announces what it has not.
        ["loginTokens"] = ["MTX-FLOW-04"],
        ["refreshTokens"] = ["MTX-REFRESH-01"],
        ["all"] = ["MTX-DEV-01", "MTX-DEV-04", "MTX-FLOW-04"],
    };

    // Together where none is what scenarios turn to in the place of another.
    private static readonly string[] OfMatrix =
    [
        "crossSigning deviceList loginTokens pushers",
        "deviceDeletion passwordChange serverCapabilities toDevice",
        "deviceDetails oneTimeKeys refreshTokens rooms",
        "deviceKeys sync",
    ];

    private static readonly string[] OfKoyeb = ["organizationSwitch testAuth", "profile"];

    private static readonly MatrixServerOptions Matrix = new()
    {
        BindsEmails = true,
        HasApplicationService = true,
        HasAdministrator = true,
        AllowsRegistration = true,
    };

    private static readonly KoyebServerOptions Koyeb = new() { Edition = "s26" };

    [TestCaseSource(nameof(OfMatrix))]
    public Task Hold_nothing_against_a_homeserver_without(string capabilities) => Hold(Matrix, Paired(LeftOut.OfMatrix, capabilities));

    [TestCaseSource(nameof(OfKoyeb))]
    public Task Hold_nothing_against_a_session_service_without(string capabilities) => Hold(Koyeb, Paired(LeftOut.OfKoyeb, capabilities));

    [Test]
    public void No_endpoint_is_forgotten() => OfMatrix.Concat(OfKoyeb).SelectMany(group => group.Split(' ')).Should().BeEquivalentTo(
        LeftOut.OfMatrix.Concat(LeftOut.OfKoyeb).Select(each => each.Capability));

    [TestCaseSource(typeof(Absence), nameof(Absence.Names))]
    public Task Hold_nothing_against_a_small_homeserver(string absence) => Hold(Matrix, [(LeftOut.OfSmallServer, Absence.Of(absence))]);

    // Both are declared, since they would not be used else: the file says otherwise than the server then.
    [TestCase("^(POST|OPTIONS) /register$")]
    [TestCase("^(POST|OPTIONS) /account/deactivate$")]
    public async Task Hold_nothing_against_a_homeserver_without_what_throw_away_accounts_need(string endpoint)
    {
        var (record, _) = await Run(Matrix, [(new LeftOut("registration", endpoint), Absence.Of("M_NOT_FOUND"))]);

        ShouldBeAccusedOfNothingBut(record, []);
        record.Scenarios
            .Where(scenario => scenario.Reason is not null)
            .Should()
            .Contain(scenario => scenario.Reason!.Contains("Set capabilities.registration to false"));
    }

    private static async Task Hold(ReferenceServerOptions options, IReadOnlyList<(LeftOut What, Absence How)> leftOut)
    {
        var (record, lacking) = await Run(options, leftOut);

        using var scope = new AssertionScope();
        ShouldBeAccusedOfNothingBut(record, [.. leftOut.SelectMany(each => Demanding.GetValueOrDefault(each.What.Capability, []))]);
        foreach (var (what, _) in leftOut)
            ShouldNameTheKey(what, record, lacking);
    }

    private static async Task<(RunRecord Record, string? Lacking)> Run(
        ReferenceServerOptions options, IReadOnlyList<(LeftOut What, Absence How)> leftOut)
    {
        await using var server = await ReferenceServer.Start(options);
        await using var gateway = await LeftOut.Before(server, leftOut);
        using var run = SuiteRuns.Against(SuiteRuns.Slot(
            server, "absent", change: settings => Undeclared(settings) with { BaseUrl = gateway.BaseUrl }));

        await SuiteRunner.Run(run);

        return (SuiteRuns.RecordOf(run, "absent"), run.Slots[0].Target!.Discovered.Lacking);
    }

    private static void ShouldBeAccusedOfNothingBut(RunRecord record, string[] demanding)
    {
        Named(record, Verdict.Inconclusive, Verdict.Error).Should().BeEmpty();
        // Of MTX-DEV-25 the web server before every reference server is guilty: it has its own view of slashes in paths.
        Named(record, Verdict.Fail, Verdict.Warning).Should().BeSubsetOf([.. demanding, "MTX-DEV-25"], "nothing else demands it");
        Recomputation.Of(record).Contradictions.Should().BeEmpty();
    }

    private static void ShouldNameTheKey(LeftOut leftOut, RunRecord record, string? told)
    {
        var seen = record.Preflight!.Capabilities.Where(state => state.Seen is false).Select(state => state.Name).ToList();
        var keys = leftOut.Capability == "all"
            ? LeftOut.OfMatrix.Select(each => each.Capability).Where(key => key is not "refreshTokens")
            : [leftOut.Capability];
        seen.Should().Contain(keys);
        foreach (var key in keys.Except(["loginTokens", "organizationSwitch", "testAuth"]))
            told.Should().Contain($"\"{key}\": false");
    }

    // What leaves accounts behind is used only if it is declared, so that it is declared still.
    private static TargetSettings Undeclared(TargetSettings settings) => settings with
    {
        Capabilities = settings.Capabilities
            .Where(capability => capability.Key is "registration" or "guests")
            .ToDictionary(capability => capability.Key, capability => capability.Value),
    };

    private static IEnumerable<string> Named(RunRecord record, params Verdict[] verdicts) =>
        record.Requirements.Where(row => verdicts.Contains(row.Verdict)).Select(row => row.Id);

    // Each endpoint in one way, and each way at one endpoint at least; AbsentFormTests has every pair.
    private static IReadOnlyList<(LeftOut What, Absence How)> Paired(IReadOnlyList<LeftOut> all, string capabilities) =>
    [
        .. all.Select((what, place) => (what, Absence.All[(place + 1) % Absence.All.Count]))
            .Where(pair => capabilities.Split(' ').Contains(pair.what.Capability)),
    ];
}
