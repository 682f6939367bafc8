using System.Text.RegularExpressions;
using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Certificate;
using Conformance.Reports.Formats.Certificate.Evidence;
using Conformance.Reports.Formats.Certificate.Wording;
using Conformance.Reports.Gating;
using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate;

/// <summary>The certificate as text: complete, bounded, the same each time.</summary>
[TestFixture]
public sealed class CertificateTests
{
    private static JudgedRun Sample { get; } = JudgedRun.Of(SampleRun.Record);

    [Test]
    public void Is_the_same_byte_for_byte_each_time() =>
        CertificateHtml.Write([HostileRun.Judged]).Should().Be(CertificateHtml.Write([HostileRun.Judged]));

    [Test]
    public void Has_one_place_for_each_requirement_of_the_catalogue()
    {
        var ids = Ids(CertificateHtml.Write([Sample]));

        ids.Should().OnlyHaveUniqueItems();
        ids.Should().Contain(KnownContracts.Matrix.Catalogue.Requirements.Select(requirement => requirement.Id));
    }

    [Test]
    public void Tells_several_targets_apart_even_of_one_name()
    {
        var ids = Ids(CertificateHtml.Write([Sample, Sample]));

        ids.Should().OnlyHaveUniqueItems();
        ids.Should().Contain(["staging--MTX-LOGOUT-02", "staging-2--MTX-LOGOUT-02"]);
    }

    [TestCase("not conformant to matrix-session version 3: staging: ", TestName = "Says the sentence of the gate")]
    [TestCase("sha256:5555", TestName = "Says the digest of the suite")]
    [TestCase("/errcode is &#x201C;M_UNKNOWN_TOKEN&#x201D;", TestName = "Says what was expected in words")]
    [TestCase("the target declares <code>statelessTokens</code>", TestName = "Says why a finding weighs less")]
    [TestCase("Switched off by the target file", TestName = "Says what was switched off")]
    [TestCase("Not judged by this version yet", TestName = "Says what is not judged yet")]
    [TestCase("applied: excuses the violation", TestName = "Says what became of a waiver")]
    [TestCase("<a href=\"https://issues.example/17\"", TestName = "Links to where a waiver is followed")]
    public void Says(string text) => CertificateHtml.Write([Sample]).Should().Contain(text);

    [Test]
    public void Shows_the_exchanges_of_findings_first_and_numbers_the_rest()
    {
        var record = ManyExchanges.Of(20, findingAt: 17);

        var item = Item(CertificateHtml.Write([JudgedRun.Of(record)]), "MTX-LOGOUT-02");

        Shown(item).Should().HaveCount(EvidenceSelection.MostShown).And.StartWith([17, 1, 2]);
        item.Should().Contain("14 more are in run.json: numbers 6–16, 18–20.".Replace("–", "&#x2013;", StringComparison.Ordinal));
    }

    [Test]
    public void Links_the_numbers_of_exchanges_to_those_that_it_shows()
    {
        var run = JudgedRun.Of(ManyExchanges.Of(20, findingAt: 17));

        var page = CertificateHtml.Write([run, run]);

        var links = Regex.Matches(page, "href=\"#([^\"]*-x[0-9]+)\"").Select(match => match.Groups[1].Value).ToList();
        links.Should().Contain(["staging--MTX-LOGOUT-02-x17", "staging-2--MTX-LOGOUT-02-x17"]).And.BeSubsetOf(Ids(page));
        page.Should().Contain("exchange <a href=\"#staging--MTX-LOGOUT-02-x17\">17</a>").And.Contain(", 6&#x2013;16, <a ");
    }

    [Test]
    public void Says_beside_each_scenario_that_is_no_pass_what_it_came_to()
    {
        var record = Journals.Fold(
            Journals.Finished("MTX-LOGOUT-02", Verdict.Pass, "Passes"),
            Journals.Finished("MTX-LOGOUT-02", Verdict.Inconclusive, "Proves_nothing") with { Reason = "the bystander was refused" });

        var item = Item(CertificateHtml.Write([JudgedRun.Of(record)]), "MTX-LOGOUT-02");

        var judges = Regex.Matches(
            item,
            "<span class=\"scenario\">(.*?)</span>\\s*(?=<span class=\"scenario|</dd>)",
            RegexOptions.Singleline).Select(match => match.Groups[1].Value).ToList();
        judges[0].Should().ContainAll("Proves_nothing", "inconclusive", "the bystander was refused");
        judges[1].Should().Contain("Passes").And.NotContain("badge");
    }

    [Test]
    public void Cuts_long_bodies_off_between_characters()
    {
        var body = string.Concat(Enumerable.Repeat("漢", Visible.LongestBody));

        Visible.Body(body)
            .Should()
            .Be($"{body[..(Visible.LongestBody / 3)]}\n… cut off here: {3 * Visible.LongestBody} bytes are in run.json");
        Visible.Body(body[..1000]).Should().Be(body[..1000]);
    }

    internal static List<string> Ids(string page) => [.. Regex.Matches(page, " id=\"([^\"]*)\"").Select(match => match.Groups[1].Value)];

    internal static string Item(string page, string id) =>
        Regex.Match(page, $"<details class=\"requirement\" id=\"{id}\".*?class=\"permalink\"", RegexOptions.Singleline).Value;

    private static List<int> Shown(string item) =>
        [.. Regex.Matches(item, " id=\"[^\"]*-x([0-9]+)\"")
            .Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
}
