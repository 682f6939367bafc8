using Conformance.SelfTests.Reports.Formats.Certificate;
using Conformance.SelfTests.Reports.Formats.Certificate.Browser;
using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Register.Browser;

/// <summary>Nothing keeps a reader out: neither a phone, nor the dark, nor a screen reader; and the pages need nobody.</summary>
[TestFixture]
public sealed class SiteReadingTests
{
    private const int Phone = 360;

    [Test]
    public async Task Violates_no_rule_of_axe(
        [Values("front", "comparison", "implementation", "requirement")] string page, [Values] bool dark, [Values] bool phone)
    {
        await using var open = await Open(page, dark, phone);

        var (violations, passes) = await Axe.Judge(open.Page);

        violations.Should().BeEmpty();
        passes.Should().Contain(["color-contrast", "heading-order", "landmark-unique"]);
    }

    [Test]
    public async Task Does_not_scroll_sideways_on_a_small_phone(
        [Values("front", "comparison", "implementation", "requirement")] string page)
    {
        await using var open = await Open(page, dark: false, phone: true);

        (await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().Be(Phone);
    }

    [Test]
    public async Task Is_dark_where_the_reader_wants_it_so()
    {
        await using var open = await Open("front", dark: true, phone: false);

        (await open.Page.EvaluateAsync<int>("Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number))"))
            .Should().BeLessThan(60);
    }

    [Test]
    public async Task Asks_for_nothing_and_complains_of_nothing(
        [Values("front", "comparison", "implementation", "requirement")] string page)
    {
        await using var open = await Open(page, dark: false, phone: false);

        open.Requests.Should().ContainSingle();
        open.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Forbids_the_network_by_its_own_policy([Values("front", "requirement")] string page)
    {
        await using var open = await Open(page, dark: false, phone: false);

        await open.Page.EvaluateAsync("document.body.append(Object.assign(new Image(), { src: 'https://tracker.example/pixel.png' }))");
        await open.Page.EvaluateAsync("fetch('https://tracker.example/').catch(() => {})");

        open.Requests.Should().HaveCount(1);
        open.Complaints.Should().NotBeEmpty().And.OnlyContain(complaint => complaint.Contains("Content Security Policy"));
    }

    [Test]
    public async Task Runs_nothing_that_a_server_said()
    {
        var run = HostileRun.Judged.Record;
        var folder = SampleRegister.Write(
            "hostile",
            [
                Conformance.Reports.Register.Entries.Entry.Of(run),
                Conformance.Reports.Register.Entries.Entry.Of(run with { Target = run.Target with { Name = HostileRun.Text } }),
                Conformance.Reports.Register.Entries.Entry.Of(SampleRegister.Records[0]),
            ]);
        var pages = Directory.GetFiles(folder, "*.html", SearchOption.AllDirectories).Where(page => !page.Contains("requirements"));
        foreach (var page in pages)
        {
            await using var open = await OpenPage.Of(page);
            await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => { details.open = true; })");

            open.Complaints.Should().BeEmpty(page);
            open.Requests.Should().HaveCount(1, page);
            (await open.Page.Locator("img, iframe, [onmouseover], a[href^='javascript']").CountAsync()).Should().Be(0, page);
        }
    }

    private static Task<OpenPage> Open(string page, bool dark, bool phone) => OpenPage.Of(
        SitePages.Of(page),
        page == "comparison" ? $"#a={SitePages.LatestRunOf(3)}&b={SitePages.LatestRunOf(5)}" : "",
        new()
        {
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new() { Width = phone ? Phone : 1280, Height = 740 },
        });
}
