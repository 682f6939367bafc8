using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Record.Verdicts;
using Conformance.Reports;
using Conformance.Reports.Gating;
using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Gating;

/// <summary>
/// Whatever a run was lenient in is told with its verdict, wherever that stands, and a profile accepts it within bounds only.
/// </summary>
public sealed class ConcessionTests
{
    private static readonly Deviation Longer = new("tolerances.revocationMilliseconds", "9000", "0");

    private static readonly (string Format, string File)[] Places =
        [("certificate", "certificate.html"), ("summary", "summary.md"), ("junit", "junit.xml"), ("sarif", "conformance.sarif")];

    [Test]
    public void A_run_as_it_is_usual_has_none()
    {
        var run = Judged(GatedRuns.Run(Verdict.Pass));

        Concessions.Of(run.Record).Should().BeEmpty();
        run.Gate.Reason.Should().NotContain("tolerance");
    }

    [Test]
    public void Stand_in_the_sentence_of_the_gate() =>
        Judged(With(Longer)).Gate.Reason
            .Should().StartWith("conformant to ").And.Contain("with 1 tolerance (tolerances.revocationMilliseconds is 9000, usually 0)");

    [TestCaseSource(nameof(Places))]
    public void Stand_in_reports((string Format, string File) place) =>
        ReportFormats.All.Single(format => format.Name == place.Format).Write([Judged(With(Longer))])
            .Single(file => file.Path == place.File).Text
            .Should().Contain("with 1 tolerance").And.Contain("tolerances.revocationMilliseconds is 9000, usually 0");

    [Test]
    public void Stand_in_the_badge() =>
        ReportFormats.All.SelectMany(format => format.Write([Judged(With(Longer))])).Single(file => file.Path == "badge.json").Text
            .Should().MatchRegex("conformant \\d+/\\d+, with 1 tolerance");

    [TestCase("tolerances.removalMilliseconds", true)]
    [TestCase("tolerances.recentLoginSeconds", true)]
    [TestCase("tolerances.requestTimeoutSeconds", true)]
    [TestCase("limits.sessionsPerUser", true)]
    [TestCase("statelessTokens", true)]
    [TestCase("permissions.changePasswords", false)]
    [TestCase("tolerances.rateLimitWaitSeconds", false)]
    public void Are_what_lets_a_server_pass_more_easily(string key, bool isConcession) =>
        Concessions.Of(With(new Deviation(key, "5", "0"))).Should().HaveCount(isConcession ? 1 : 0);

    [TestCase("false", "true", 1)]
    [TestCase("true", "false", 0)]
    public void Are_no_leave_to_end_sessions_that_others_may_have(string value, string usual, int concessions) =>
        Concessions.Of(With(new Deviation("permissions.destructive", value, usual))).Should().HaveCount(concessions);

    [Test]
    public void Are_scenarios_that_are_switched_off_and_rows_that_weigh_less()
    {
        Concessions.Of(GatedRuns.Run(Verdict.Disabled)).Should().ContainSingle().Which.Should().EndWith("scenarios switched off");
        Concessions.Of(GatedRuns.Run(Verdict.Warning)).Should().Equal("1 requirement weighed less than usual");
    }

    [TestCase("tolerances.revocationMilliseconds", 10_000)]
    [TestCase("tolerances.removalMilliseconds", 60_000)]
    [TestCase("tolerances.recentLoginSeconds", 900)]
    public void Are_met_within_the_bounds_of_a_profile_only(string key, int most)
    {
        Judged(With(new Deviation(key, $"{most}", "0"))).Gate.Conformity.Should().Be(Conformity.Conformant);
        var beyond = Judged(With(new Deviation(key, $"{most + 1}", "0"))).Gate;
        beyond.Conformity.Should().Be(Conformity.NonConformant);
        beyond.Reason.Should().Contain($"{key} is {most + 1}, and the profile accepts at most {most}");
    }

    [Test]
    public void Are_bounded_by_versions_that_say_so_only() =>
        Judged(With(Longer with { Value = "600000" }), "matrix-logout@2").Gate.Conformity.Should().Be(Conformity.Conformant);

    private static RunRecord With(Deviation deviation)
    {
        var run = GatedRuns.Run(Verdict.Pass);
        return run.At(run.Target with { Deviations = [deviation] });
    }

    private static JudgedRun Judged(RunRecord record, string profile = GatedRuns.Profile) =>
        JudgedRun.Of(record, KnownContracts.All.FindProfile(profile));
}
