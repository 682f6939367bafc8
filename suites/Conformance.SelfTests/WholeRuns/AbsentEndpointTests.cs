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

    private static readonly MatrixServerOptions Matrix = new()
    {
        BindsEmails = true,
        HasApplicationService = true,
        HasAdministrator = true,
        AllowsRegistration = true,
    };

    private static readonly KoyebServerOptions Koyeb = new() { Edition = "s26" };

    // Each endpoint in one way and each way at one endpoint at least; AbsentFormTests has every pair.
    private static IEnumerable<object[]> OfMatrix => Paired(LeftOut.OfMatrix);

    private static IEnumerable<object[]> OfKoyeb => Paired(LeftOut.OfKoyeb);

    [TestCaseSource(nameof(OfMatrix))]
    public Task Hold_nothing_against_a_homeserver_without(string capability, string absence) =>
        Hold(Matrix, LeftOut.Of(capability), absence);

    [TestCaseSource(nameof(OfKoyeb))]
    public Task Hold_nothing_against_a_session_service_without(string capability, string absence) =>
        Hold(Koyeb, LeftOut.Of(capability), absence);

    [TestCaseSource(typeof(Absence), nameof(Absence.Names))]
    public Task Hold_nothing_against_a_small_homeserver(string absence) => Hold(Matrix, LeftOut.OfSmallServer, absence);

    // Both are declared, since they would not be used else: the file says otherwise than the server then.
    [TestCase("^(POST|OPTIONS) /register$")]
    [TestCase("^(POST|OPTIONS) /account/deactivate$")]
    public async Task Hold_nothing_against_a_homeserver_without_what_throw_away_accounts_need(string endpoint)
    {
        var (record, _) = await Run(Matrix, new LeftOut("registration", endpoint), "M_NOT_FOUND");

        ShouldBeAccusedOfNothingBut(record, []);
        record.Scenarios
            .Where(scenario => scenario.Reason is not null)
            .Should()
            .Contain(scenario => scenario.Reason!.Contains("Set capabilities.registration to false"));
    }

    private static async Task Hold(ReferenceServerOptions options, LeftOut leftOut, string absence)
    {
        var (record, lacking) = await Run(options, leftOut, absence);

        using var scope = new AssertionScope();
        ShouldBeAccusedOfNothingBut(record, Demanding.GetValueOrDefault(leftOut.Capability, []));
        ShouldNameTheKey(leftOut, record, lacking);
    }

    private static async Task<(RunRecord Record, string? Lacking)> Run(ReferenceServerOptions options, LeftOut leftOut, string absence)
    {
        await using var server = await ReferenceServer.Start(options);
        await using var gateway = await leftOut.Before(server, Absence.Of(absence));
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

    private static IEnumerable<object[]> Paired(IReadOnlyList<LeftOut> all) =>
        all.Select((leftOut, place) => new object[] { leftOut.Capability, Absence.All[(place + 1) % Absence.All.Count].Name });
}
