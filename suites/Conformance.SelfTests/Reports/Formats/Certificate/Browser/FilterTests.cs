using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Gating;
using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate.Browser;

/// <summary>The filter narrows what is shown, and says how much is.</summary>
[TestFixture]
public sealed class FilterTests
{
    private static readonly IReadOnlyList<RequirementResult> All = SampleRun.Record.Requirements;

    [Test]
    public async Task Narrows_to_a_verdict()
    {
        await using var open = await OpenPage.Of(Pages.One);

        await open.Page.Locator("select[name=verdict]").SelectOptionAsync("fail");

        await ShouldShow(open, result => result.Verdict is Verdict.Fail);
    }

    [Test]
    public async Task Narrows_to_an_endpoint()
    {
        await using var open = await OpenPage.Of(Pages.One);

        await open.Page.Locator("select[name=endpoint]").SelectOptionAsync("GET /versions");

        await ShouldShow(open, result => result.Endpoint == "GET /versions");
    }

    [Test]
    public async Task Narrows_to_a_level()
    {
        await using var open = await OpenPage.Of(Pages.One);

        await open.Page.Locator("select[name=level]").SelectOptionAsync("left open");

        await ShouldShow(open, result => result.Level is "MAY" or "INFO");
    }

    [Test]
    public async Task Narrows_to_the_profile()
    {
        await using var open = await OpenPage.Of(Pages.One);

        await open.Page.GetByLabel("required by the profile only").CheckAsync();

        await ShouldShow(open, result => JudgedRun.Of(SampleRun.Record).Profile.Requires.Contains(result.Id));
    }

    [Test]
    public async Task Finds_words_in_folded_evidence_and_shows_all_after_a_reset()
    {
        await using var open = await OpenPage.Of(Pages.One);

        await open.Page.GetByLabel("Search").FillAsync("m_unknown_token /ERRCODE");
        await ShouldShow(open, result => result.Id == "MTX-LOGOUT-02");

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();
        await Assertions.Expect(open.Page.Locator("output")).ToHaveTextAsync($"All {All.Count} requirements are shown.");
    }

    [Test]
    public async Task Unfolds_only_what_is_shown()
    {
        await using var open = await OpenPage.Of(Pages.One);
        await open.Page.Locator("select[name=verdict]").SelectOptionAsync("pass");
        await ShouldShow(open, result => result.Verdict is Verdict.Pass);

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Unfold" }).ClickAsync();

        (await open.Page.Locator(".requirement[open]").CountAsync()).Should().Be(All.Count(result => result.Verdict is Verdict.Pass));
    }

    [Test]
    public async Task Is_absent_without_JavaScript_and_everything_can_be_read()
    {
        await using var open = await OpenPage.Of(Pages.One, options: new() { JavaScriptEnabled = false });

        await Assertions.Expect(open.Page.GetByRole(AriaRole.Search)).ToBeHiddenAsync();
        await open.Page.Locator("#MTX-LOGOUT-02 > summary").ClickAsync();
        await Assertions.Expect(open.Page.Locator("#MTX-LOGOUT-02").GetByText("Findings")).ToBeVisibleAsync();
    }

    private static async Task ShouldShow(OpenPage open, Func<RequirementResult, bool> isChosen)
    {
        var chosen = All.Where(isChosen).Select(result => result.Id).ToList();
        chosen.Should().NotBeEmpty().And.HaveCountLessThan(All.Count);
        await Assertions.Expect(open.Page.Locator("output")).ToHaveTextAsync($"{chosen.Count} of {All.Count} requirements are shown.");
        (await open.ShownRequirements.EvaluateAllAsync<string[]>(
            "shown => shown.filter(item => item.checkVisibility()).map(item => item.id)")).Should().Equal(chosen);
    }
}
