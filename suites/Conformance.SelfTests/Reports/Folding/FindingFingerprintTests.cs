using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Folding;

/// <summary>The same in every run in which the server fails in the same way, another one when it fails differently.</summary>
public sealed class FindingFingerprintTests
{
    private static readonly Finding Kept = Found(new Mismatch("status", "401", "200"));

    [Test]
    public void Is_sixteen_hexadecimal_digits() => Of(Kept).Should().MatchRegex("^[0-9a-f]{16}$");

    [TestCaseSource(nameof(OtherWays))]
    public void Is_another_one_for_another_failure(Finding other) => Of(other).Should().NotBe(Of(Kept));

    [TestCaseSource(nameof(SameWays))]
    public void Is_the_same_whatever_the_run_has_made_up(Finding one, Finding other) => Of(other).Should().Be(Of(one));

    [Test]
    public void Is_another_one_where_another_scenario_shows_it_too() =>
        FindingFingerprint.Of([("LogoutTests.Kills_the_token", Kept), ("LogoutTests.Kills_it_everywhere", Kept)]).Should().NotBe(Of(Kept));

    [Test]
    public void Is_another_one_where_a_warning_has_become_a_failure() => Of(Kept with { Verdict = Verdict.Warning }).Should().NotBe(Of(Kept));

    [Test]
    public void Is_another_one_where_more_is_violated() => Of(Kept, OtherWays.First()).Should().NotBe(Of(Kept));

    [Test]
    public void Is_told_by_what_is_violated_in_whatever_order() => Of(OtherWays.First(), Kept, Kept).Should().Be(Of(Kept, OtherWays.First()));

    [Test]
    public void Is_none_where_nothing_is_violated() => Of(Kept with { Verdict = Verdict.Observed }).Should().BeNull();

    private static IEnumerable<Finding> OtherWays =>
    [
        Found(new Mismatch("status", "401", "500")),
        Found(new Mismatch("header Content-Type", "401", "200")),
        Found(new Mismatch("status", "401", "200") { Pointer = "/errcode" }),
        Found(new Mismatch("status", "401", "200") { Keyword = "type" }),
        Found(new Mismatch("status", "401", "200")) with { Endpoint = "GET /sync" },
        Found(new Mismatch("status", "401", "M_FORBIDDEN")),
        Found(new Mismatch("status", "401", "absent")),
    ];

    private static IEnumerable<TestCaseData<Finding, Finding>> SameWays =>
    [
        new(Found(new Mismatch("body", "\"PHONE1\"", "\"QBUAZIFURK\"")), Found(new Mismatch("body", "\"PHONE2\"", "\"YTAYHGHPSA\""))),
        new(Found(new Mismatch("body", "none", "one") { Pointer = "/keys/@alice:hs.example/A/x" }), Found(new Mismatch("body", "none", "one") { Pointer = "/keys/@bob:hs.example/B/x" })),
        new(Found(new Mismatch("body", "none", "<access-token#1>") { Pointer = "/devices/0" }), Found(new Mismatch("body", "none", "<access-token#7>") { Pointer = "/devices/12" })),
        new(Kept with { Exchange = 7 }, Kept with { Exchange = 9 }),
    ];

    private static string? Of(params Finding[] findings) => FindingFingerprint.Of(findings.Select(finding => ((string?)"LogoutTests.Kills_the_token", finding)));

    private static Finding Found(Mismatch mismatch) => new("MTX-LOGOUT-02", Verdict.Fail, mismatch, 1) { Endpoint = "GET /account/whoami" };
}
