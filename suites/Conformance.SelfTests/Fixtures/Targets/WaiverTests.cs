using System.Text.Json.Nodes;
using Conformance.Record.Waivers;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>What a target file says of the judgement: waivers and profile.</summary>
public sealed class WaiverTests
{
    private static JsonObject Sound => new()
    {
        ["requirement"] = "MTX-LOGOUT-02",
        ["reason"] = "known",
        ["link"] = "https://issues.example/17",
        ["owner"] = "session team",
        ["expires"] = "2027-03-31",
        ["fingerprint"] = "0123456789abcdef",
    };

    [Test]
    public void Are_read_whole() => SoundTarget.Read(With(Sound)).Waivers.Should().Equal(
        new Waiver("MTX-LOGOUT-02", "known", "https://issues.example/17", "session team", new DateOnly(2027, 3, 31), "0123456789abcdef"));

    [TestCase("requirement", "MTX-LOGOUT-99", "is 'MTX-LOGOUT-99', which is no requirement of the dialect; give one such as MTX-LOGOUT-*")]
    [TestCase("requirement", "KOY-LOGOUT-01", "is 'KOY-LOGOUT-01', which is no requirement of the dialect; give one such as MTX-LOGOUT-*")]
    [TestCase("link", "issue 17", "is 'issue 17'; give the http or https URL of an issue")]
    [TestCase("expires", "31.3.2027", "is '31.3.2027'; give a date such as '2027-03-31'")]
    [TestCase("expires", "2027-02-30", "is '2027-02-30'; give a date such as '2027-03-31'")]
    [TestCase("fingerprint", "none", "is 'none'; give the fingerprint that the report of a red run shows, such as '2-0123456789abcdef'")]
    public void Are_refused_for_what_they_say(string key, string value, string fault)
    {
        var waiver = Sound;
        waiver[key] = value;

        SoundTarget.Faults(With(waiver)).Should().ContainSingle().Which.Should().Match($"staging.json: waivers[0].{key}: {fault}");
    }

    [TestCase("reason")]
    [TestCase("link")]
    [TestCase("owner")]
    [TestCase("expires")]
    [TestCase("fingerprint")]
    public void Are_refused_for_what_they_lack(string key)
    {
        var waiver = Sound;
        waiver.Remove(key);

        SoundTarget.Faults(With(waiver))
            .Should()
            .ContainSingle().Which.Should().StartWith($"staging.json: waivers[0].{key}: is missing; give ");
    }

    [Test]
    public void Are_one_for_each_requirement() => SoundTarget.Faults(With(Sound, Sound)).Should().Equal(
        "staging.json: waivers[1].requirement: is MTX-LOGOUT-02, which has a waiver already; give one waiver for each requirement");

    [TestCase("koyeb-s21")]
    [TestCase("matrix-sesion")]
    [TestCase("matrix-session@9")]
    public void Need_a_profile_of_the_dialect(string profile) =>
        SoundTarget.Faults(SoundTarget.Matrix(target => target["profile"] = profile)).Should().Equal(
            $"staging.json: profile: is '{profile}', which is no profile of the dialect; "
            + "give matrix-logout, matrix-session, matrix-refresh, matrix-devices, or an earlier version of one, such as matrix-logout@1");

    [TestCase("matrix-session")]
    [TestCase("matrix-session@1")]
    [TestCase("matrix-session@2")]
    public void Name_a_profile_or_a_version_of_it(string profile) =>
        SoundTarget.Faults(SoundTarget.Matrix(target => target["profile"] = profile)).Should().BeEmpty();

    private static string With(params JsonNode[] waivers) => SoundTarget.Matrix(target => target["waivers"] = new JsonArray(waivers));

    [Test]
    public void Say_nothing_confusing_where_the_dialect_is_unknown() =>
        SoundTarget.Faults(SoundTarget.Matrix(target => (target["dialect"], target["profile"]) = ("matrx", "matrix-session")))
            .Should()
            .Contain(fault => fault.Contains("dialect: is 'matrx'", StringComparison.Ordinal));
}
