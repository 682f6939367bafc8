using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate.Browser;

/// <summary>By link and by keyboard one gets to the evidence.</summary>
[TestFixture]
public sealed class ReadingTests
{
    [Test]
    public async Task Folds_and_unfolds_by_keyboard()
    {
        await using var open = await OpenPage.Of(Pages.One);
        var requirement = open.Requirement("MTX-LOGOUT-02");
        await requirement.Locator("> summary").FocusAsync();

        await open.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(requirement.GetByText("What was expected").First).ToBeVisibleAsync();

        await open.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(requirement.GetByText("What was expected").First).ToBeHiddenAsync();
    }

    [Test]
    public async Task Skips_to_the_content_by_the_first_key()
    {
        await using var open = await OpenPage.Of(Pages.One);

        await open.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(open.Page.GetByText("Skip to the verdict")).ToBeInViewportAsync();
        await open.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(open.Page.Locator("main")).ToBeFocusedAsync();
    }

    [TestCase("#MTX-LOGOUT-02", "MTX-LOGOUT-02", TestName = "Opens the requirement that a link names")]
    public async Task Opens(string fragment, string id)
    {
        await using var open = await OpenPage.Of(Pages.One, fragment);

        await Assertions.Expect(open.Requirement(id)).ToHaveAttributeAsync("open", "");
        await Assertions.Expect(open.Requirement(id).Locator("> summary")).ToBeInViewportAsync();
        await Assertions.Expect(open.Requirement(id).Locator("> summary")).ToBeFocusedAsync();
    }

    [Test]
    public async Task Shows_a_requirement_that_was_not_judged_where_a_link_names_it()
    {
        await using var open = await OpenPage.Of(Pages.One, "#MTX-DEV-02");

        await Assertions.Expect(open.Requirement("MTX-DEV-02")).ToBeInViewportAsync();
    }

    [TestCase("#staging--MTX-LOGOUT-02", TestName = "Opens the requirement of the target that a link names")]
    [TestCase("#MTX-LOGOUT-06", TestName = "Opens the requirement of the first target that has it, where a link names none")]
    public async Task Opens_among_several_targets(string fragment)
    {
        await using var open = await OpenPage.Of(Pages.Several, fragment);

        var opened = open.Page.Locator(".requirement[open]");
        await Assertions.Expect(opened).ToHaveCountAsync(1);
        (await opened.GetAttributeAsync("id")).Should().EndWith(fragment[1..]);
        await Assertions.Expect(opened.Locator("> summary")).ToBeInViewportAsync();
    }

    [Test]
    public async Task Shows_a_requirement_that_the_filter_hid_where_a_link_names_it()
    {
        await using var open = await OpenPage.Of(Pages.One);
        await open.Page.Locator("select[name=verdict]").SelectOptionAsync("pass");
        await Assertions.Expect(open.Requirement("MTX-LOGOUT-02")).ToBeHiddenAsync();

        await open.Page.EvaluateAsync("location.hash = 'MTX-LOGOUT-02'");

        await Assertions.Expect(open.Requirement("MTX-LOGOUT-02").Locator("> summary")).ToBeInViewportAsync();
    }
}
