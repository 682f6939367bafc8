using Conformance.SelfTests.Reports.Formats.Certificate.Browser;
using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Register.Browser;

/// <summary>A reader finds what two servers differ in, and why.</summary>
[TestFixture]
public sealed class SiteWalkTests
{
    [Test]
    public async Task Leads_in_three_clicks_from_two_servers_to_the_evidence_in_which_they_differ()
    {
        var row = SampleRegister.Rows[3];
        await using var open = await OpenPage.Of(SitePages.Front);
        await open.Page.Locator("select[name=a]").SelectOptionAsync(SitePages.LatestRunOf(3));
        await open.Page.Locator("select[name=b]").SelectOptionAsync(SitePages.LatestRunOf(4));

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Assertions.Expect(open.Page.Locator("output")).ToContainTextAsync("The runs differ in 1 of ");
        await Assertions.Expect(open.Page.Locator("tbody th")).ToHaveTextAsync(row);
        await open.Page.Locator("tbody td a").First.ClickAsync();
        await Assertions.Expect(open.Requirement(row)).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(open.Requirement(row).GetByText("expected 401")).ToBeVisibleAsync();
        await open.Requirement(row).Locator(".exchange > summary").First.ClickAsync();

        await Assertions.Expect(open.Requirement(row).Locator(".exchange pre").First).ToBeVisibleAsync();
        open.Requests.Should().OnlyContain(request => request.StartsWith("file:"));
        open.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Leads_from_a_requirement_to_the_evidence_of_each_server()
    {
        await using var open = await OpenPage.Of(SitePages.Front);

        await open.Page.GetByRole(AriaRole.Link, new() { Name = SampleRegister.Rows[3], Exact = true }).ClickAsync();
        await Assertions.Expect(open.Page.Locator("tbody tr").First).ToContainTextAsync("server 03");
        await open.Page.Locator("tbody tr").First.Locator("td a").ClickAsync();

        await Assertions.Expect(open.Requirement(SampleRegister.Rows[3])).ToHaveAttributeAsync("open", "");
    }

    [Test]
    public async Task Finds_servers_and_requirements_by_words()
    {
        await using var open = await OpenPage.Of(SitePages.Front);
        var shown = open.Page.Locator("tr[data-found]:not([hidden])");
        var all = await shown.CountAsync();

        await open.Page.GetByLabel("Search").FillAsync("server 07");
        await Assertions.Expect(shown).ToHaveCountAsync(1);
        await Assertions.Expect(open.Page.Locator("output")).ToHaveTextAsync(
            $"1 of {all} implementations and requirements are shown.");

        await open.Page.GetByLabel("Search").FillAsync($"{SampleRegister.Rows[3].ToLowerInvariant()} TOKEN");
        await Assertions.Expect(shown).ToHaveCountAsync(1);

        await open.Page.GetByLabel("Search").FillAsync("");
        await Assertions.Expect(shown).ToHaveCountAsync(all);
    }

    [Test]
    public async Task Compares_the_runs_that_a_link_names_and_swaps_them()
    {
        await using var open = await OpenPage.Of(SitePages.Comparison, $"#a={SitePages.LatestRunOf(3)}&b={SitePages.LatestRunOf(5)}");
        await Assertions.Expect(open.Page.Locator("tbody tr")).ToHaveCountAsync(2);
        await Assertions.Expect(open.Page.Locator("#first")).ToContainTextAsync("server 03");

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Swap" }).ClickAsync();

        await Assertions.Expect(open.Page.Locator("#first")).ToContainTextAsync("server 05");
        (await open.Page.EvaluateAsync<string>("location.hash")).Should().Be($"#a={SitePages.LatestRunOf(5)}&b={SitePages.LatestRunOf(3)}");
    }

    [TestCase(4, 4, "This is one run")]
    [TestCase(4, 6, "The runs agree on all ")]
    [TestCase(4, SampleRegister.Implementations, "The runs are about two contracts")]
    public async Task Says_why_there_is_nothing_to_show(int one, int other, string sentence)
    {
        await using var open = await OpenPage.Of(SitePages.Comparison, $"#a={SitePages.LatestRunOf(one)}&b={SitePages.LatestRunOf(other)}");

        await Assertions.Expect(open.Page.Locator("output")).ToContainTextAsync(sentence);
        await Assertions.Expect(open.Page.Locator("#difference")).ToBeHiddenAsync();
    }

    [Test]
    public async Task Shows_what_changed_without_JavaScript()
    {
        await using var open = await OpenPage.Of(SitePages.Comparison, options: new() { JavaScriptEnabled = false });
        await Assertions.Expect(open.Page.GetByText("which this browser does not run")).ToBeVisibleAsync();
        await Assertions.Expect(open.Page.GetByRole(AriaRole.Search)).ToBeHiddenAsync();

        await open.Page.GotoAsync(new Uri(SitePages.Broken).AbsoluteUri);

        await Assertions.Expect(open.Page.Locator(".changes")).ToContainTextAsync(SampleRegister.Rows[3]);
    }

    [Test]
    public async Task Can_be_walked_by_keyboard()
    {
        await using var open = await OpenPage.Of(SitePages.Front);

        await open.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(open.Page.GetByText("Skip to the content")).ToBeInViewportAsync();
        await open.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(open.Page.Locator("main")).ToBeFocusedAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).FocusAsync();
        await open.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(open.Page.Locator("h1")).ToHaveTextAsync("Compare two runs");
    }
}
