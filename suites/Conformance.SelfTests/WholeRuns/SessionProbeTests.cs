using Conformance.Fixtures.Targets;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Whatever tells the suite that a session lives, it judges the same.</summary>
public sealed class SessionProbeTests
{
    private const string Profile = "GET /v1/account/profile";

    private const string Refresh = "PUT /v1/account/refresh";

    private static readonly KoyebServerOptions Koyeb = new();

    [TestCase(SessionProbe.Profile, Profile)]
    [TestCase(SessionProbe.TestAuth, "POST /v1/test/auth")]
    [TestCase(SessionProbe.Refresh, Refresh)]
    public async Task A_server_is_green_by_each_probe_and_the_record_names_it(SessionProbe probe, string endpoint)
    {
        var record = await RunStrictly(Koyeb with { Edition = "s26" }, probe);

        using var scope = new AssertionScope();
        record.Target.Probe.Should().Be(endpoint);
        record.Requirements.Where(row => row.Verdict.IsRed()).Select(row => row.Id).Should().BeEmpty();
        record.Scenarios.SelectMany(scenario => scenario.LeftOpen).Should().BeEmpty();
    }

    [Test]
    public async Task A_server_of_the_four_operations_is_judged_in_all_but_the_profile()
    {
        var whole = await RunStrictly(Koyeb);
        var small = await RunStrictly(Koyeb with { ServesProfile = false });

        using var scope = new AssertionScope();
        small.Target.Probe.Should().Be(Refresh);
        NotApplicable(small).Except(NotApplicable(whole)).Should().BeEquivalentTo("KOY-PROBE-01", "KOY-PROBE-02");
        small.Requirements.Where(row => row.Verdict.IsRed()).Select(row => row.Id).Should().BeEmpty();
    }

    // Where a refresh is the probe, what is wrongly accepted hands out a token, and ends the old one.
    [TestCase("AcceptsOtherSchemes")]
    [TestCase("AcceptsRawToken")]
    [TestCase("TakesFirstOfTwoTokens")]
    [TestCase("WantsCapitalizedBearer")]
    [TestCase("TakesBearerFromQuery")]
    [TestCase("TakesCookieForBearer")]
    public async Task A_sin_is_found_by_refreshing_too(string fault)
    {
        var record = await RunStrictly(Koyeb with { ServesProfile = false, EndsOldTokenAtRefresh = true, Faults = [fault] });

        using var scope = new AssertionScope();
        record.Requirements.Where(row => row.Verdict is Verdict.Fail or Verdict.Warning).Select(row => row.Id)
            .Should().BeEquivalentTo(FaultCatalogue.Find(fault)!.Breaks);
        record.Scenarios.SelectMany(scenario => scenario.LeftOpen).Should().BeEmpty();
    }

    // A refresh that ends the old token must not pass for the logout that should have.
    [Test]
    public async Task A_token_that_outlives_its_logout_is_found_by_refreshing_too()
    {
        var record = await RunStrictly(
            Koyeb with { ServesProfile = false, EndsOldTokenAtRefresh = true, Faults = ["KeepsBearerAfterLogout"] });

        record.Requirements.Where(row => row.Verdict is Verdict.Fail or Verdict.Warning).Select(row => row.Id)
            .Should().BeEquivalentTo(FaultCatalogue.Find("KeepsBearerAfterLogout")!.Breaks);
    }

    private static async Task<RunRecord> RunStrictly(KoyebServerOptions options, SessionProbe? probe = null)
    {
        await using var served = await ServedRun.Start(options, "probed", strict: true, settings => settings with { Probe = probe });
        await SuiteRunner.Run(served.Run);
        return served.Record;
    }

    private static IEnumerable<string> NotApplicable(RunRecord record) =>
        record.Requirements.Where(row => row.Verdict == Verdict.NotApplicable).Select(row => row.Id);
}
