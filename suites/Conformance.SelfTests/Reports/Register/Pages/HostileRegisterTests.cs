using System.Net;
using System.Text.RegularExpressions;
using Conformance.Record.Runs;
using Conformance.Reports.Formats;
using Conformance.Reports.Register;
using Conformance.Reports.Register.Entries;
using Conformance.Reports.Register.Submissions;
using Conformance.SelfTests.Reports.Formats.Certificate;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Register.Pages;

/// <summary>What servers, operators and vendors say is text on the pages and nothing else.</summary>
public sealed class HostileRegisterTests
{
    private IReadOnlyList<ReportFile> files = [];

    [OneTimeSetUp]
    public async Task Build()
    {
        var bundle = await PackedRun.Pack(journal: SampleSubmissions.JournalOf(SampleSubmissions.Conformant));
        files = [.. RegisterSite.Files(SampleRegister.ContentsOf([.. Entries(), Entry.Of(bundle, null, Submitted)]))];
    }

    [TestCase("<script>alert")]
    [TestCase("<img")]
    [TestCase("\" onmouseover")]
    public void Writes_no(string markup)
    {
        Pages().Should().NotBeEmpty().And.OnlyContain(page => !page.Text.Contains(markup));
        Shown().Should().Contain(page => page.Contains(markup), "the text itself is shown");
    }

    [Test]
    public void Leads_to_no_script()
    {
        Pages().Should().OnlyContain(page => !Regex.IsMatch(page.Text, "(?:href|src)=\"\\s*javascript:"));
        Shown().Should().Contain(page => page.Contains("javascript:alert(1)"), "the text itself is shown");
    }

    [TestCase("version")]
    [TestCase("vendor")]
    [TestCase("website")]
    [TestCase("contact")]
    [TestCase("remarks")]
    public void Shows_what_a_vendor_says_as_text(string field) =>
        Shown().Should().Contain(page => page.Contains($"javascript:{field}</script><script>alert(1)</script><img src=x"));

    [Test]
    public void Ends_no_element_of_a_page_before_its_end()
    {
        foreach (var page in Pages())
        {
            Regex.Matches(page.Text, "</script").Should().HaveSameCount(Regex.Matches(page.Text, "<script"), page.Path);
            Regex.Matches(page.Text, "</style").Should().HaveCount(1, page.Path);
        }
    }

    [Test]
    public void Shows_escapes_for_characters_that_nobody_sees()
    {
        var front = WebUtility.HtmlDecode(Pages().Single(page => page.Path == Places.Front).Text);

        front.Should().Contain(@"\u202ereversed\u200b\ufeff\u0007").And.NotContainAny("\u202e", "\u200b", "\u0007");
    }

    [Test]
    public void Writes_nothing_outside_of_its_folder() => files.Select(file => file.Path).Should().OnlyHaveUniqueItems().And.AllSatisfy(
        path => path.Should().MatchRegex("^(?:[a-z]+/)?[A-Za-z0-9-]+\\.(?:html|svg|json|atom|schema\\.json)$"));

    private static Submission Submitted { get; } =
        new($"{HostileRun.Text} submitted", Hostile("version"), Hostile("vendor"), Hostile("website"), Hostile("contact"), "matrix-logout")
        {
            Remarks = Hostile("remarks"),
        };

    private static IEnumerable<Entry> Entries()
    {
        var hostile = HostileRun.Judged.Record;
        return
        [
            Entry.Of(hostile), Entry.Of(hostile with { StartedAt = hostile.StartedAt.AddDays(1) }),
            Entry.Of(Named(hostile, "../../x")), Entry.Of(Named(hostile, "</script><script>alert(1)</script>")),
            Entry.Of(Named(hostile, "javascript:alert(1)")),
        ];
    }

    private static RunRecord Named(RunRecord record, string name) => record with { Target = record.Target with { Name = name } };

    private IEnumerable<ReportFile> Pages() => files.Where(file => file.Path.EndsWith(".html"));

    private IEnumerable<string> Shown() => Pages().Select(page => WebUtility.HtmlDecode(page.Text));

    private static string Hostile(string field) =>
        $"javascript:{field}</script><script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover=''";
}
