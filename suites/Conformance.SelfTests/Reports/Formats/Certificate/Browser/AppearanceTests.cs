using System.Text;
using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate.Browser;

/// <summary>On small screens, in the dark and on paper.</summary>
[TestFixture]
public sealed class AppearanceTests
{
    [Test]
    public async Task Does_not_scroll_sideways_on_a_small_phone([Values] bool unfolded)
    {
        await using var open = await OpenPage.Of(Pages.Several, options: new() { ViewportSize = new() { Width = 360, Height = 740 } });
        if (unfolded)
            await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => { details.open = true; })");

        (await open.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().Be(360);
    }

    [Test]
    public async Task Is_dark_where_the_reader_wants_it_so()
    {
        (await Lightness(ColorScheme.Light)).Should().BeGreaterThan(200);
        (await Lightness(ColorScheme.Dark)).Should().BeLessThan(60);
    }

    [Test]
    public async Task Prints_unfolded_and_folds_again()
    {
        await using var open = await OpenPage.Of(Pages.One);
        await open.Page.EvaluateAsync(
            "window.addEventListener('beforeprint', () => { window.foldedOnPaper = "
            + "document.querySelectorAll('details:not(.exchange):not([open])').length; })");

        var pdf = await open.Page.PdfAsync(new() { PreferCSSPageSize = true });

        Encoding.ASCII.GetString(pdf[..5]).Should().Be("%PDF-");
        (await open.Page.EvaluateAsync<int?>("window.foldedOnPaper")).Should().Be(0);
        (await open.Page.Locator("details[open]").CountAsync()).Should().Be(0);
    }

    private static async Task<int> Lightness(ColorScheme scheme)
    {
        await using var open = await OpenPage.Of(Pages.One, options: new() { ColorScheme = scheme });
        return await open.Page.EvaluateAsync<int>(
            "Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number))");
    }
}
