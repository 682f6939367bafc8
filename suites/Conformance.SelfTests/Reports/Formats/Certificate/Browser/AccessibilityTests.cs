using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate.Browser;

/// <summary>Nothing keeps a reader out, as axe judges it.</summary>
[TestFixture]
public sealed class AccessibilityTests
{
    [TestCase(ColorScheme.Light, false)]
    [TestCase(ColorScheme.Dark, false)]
    [TestCase(ColorScheme.Light, true)]
    public async Task Violates_no_rule_of_axe(ColorScheme scheme, bool several)
    {
        await using var open = await OpenPage.Of(several ? Pages.Several : Pages.One, options: new() { ColorScheme = scheme });
        await open.Page.EvaluateAsync("document.querySelectorAll('details:not(.group)').forEach(details => { details.open = true; })");

        var (violations, passes) = await Axe.Judge(open.Page);

        violations.Should().BeEmpty();
        passes.Should().Contain(["color-contrast", "heading-order", "landmark-unique", "summary-name"]);
    }
}
