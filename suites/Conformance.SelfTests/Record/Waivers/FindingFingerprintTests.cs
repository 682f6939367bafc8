using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Record.Waivers;

/// <summary>The same in every run in which the server fails in the same way, another one when it fails differently.</summary>
public sealed class FindingFingerprintTests
{
    private static readonly Finding Kept = Found(new Mismatch("status", "401", "200"));

    [Test]
    public void Is_a_version_and_sixteen_hexadecimal_digits() => Of(Kept).Should().MatchRegex("^2-[0-9a-f]{16}$");

    [Test]
    public void Is_what_it_was() => Of(Kept).Should().Be("2-27e2f261e5497540", "waivers name it");

    [Test]
    public void Was_in_version_1_what_it_was() =>
        FindingFingerprint.First([("LogoutTests.Kills_the_token", Kept)]).Should().Be("6a8c2d8066aab437", "waivers name it");

    [Test]
    public void Does_not_depend_on_the_words_of_a_finding() =>
        Of(Found(new Mismatch("devices of the user", "none of them", "three of them")))
            .Should()
            .Be(Of(Found(new Mismatch("the user's devices", "no device", "three devices"))));

    [TestCaseSource(nameof(OtherWays))]
    public void Is_another_one_for_another_failure(Finding other) => Of(other).Should().NotBe(Of(Kept));

    [TestCaseSource(nameof(SameWays))]
    public void Is_the_same_whatever_the_run_has_made_up(Finding one, Finding other) => Of(other).Should().Be(Of(one));

    [Test]
    public void Is_another_one_where_a_warning_has_become_a_failure() =>
        Of(Kept with { Verdict = Verdict.Warning }).Should().NotBe(Of(Kept));

    [Test]
    public void Is_another_one_where_more_is_violated() => Of(Kept, OtherWays.First()).Should().NotBe(Of(Kept));

    [Test]
    public void Is_told_by_what_is_violated_in_whatever_order() =>
        Of(OtherWays.First(), Kept, Kept).Should().Be(Of(Kept, OtherWays.First()));

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
        new(
            Found(new Mismatch("body", "none", "one") { Pointer = "/keys/@alice:hs.example/A/x" }),
            Found(new Mismatch("body", "none", "one") { Pointer = "/keys/@bob:hs.example/B/x" })),
        new(
            Found(new Mismatch("body", "none", "<access-token#1>") { Pointer = "/devices/0" }),
            Found(new Mismatch("body", "none", "<access-token#7>") { Pointer = "/devices/12" })),
        new(Kept with { Exchange = 7 }, Kept with { Exchange = 9 }),
    ];

    private static string? Of(params Finding[] findings) => FindingFingerprint.Of(findings);

    private static Finding Found(Mismatch mismatch) => new("MTX-LOGOUT-02", Verdict.Fail, mismatch, 1) { Endpoint = "GET /account/whoami" };
}
