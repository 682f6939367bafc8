using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate.Browser;

/// <summary>The page needs nobody, and nobody gets a word in.</summary>
[TestFixture]
public sealed class SelfContainedTests
{
    [Test]
    public async Task Asks_for_nothing_and_complains_of_nothing([Values("One", "Several", "Hostile")] string page)
    {
        var file = page switch { "One" => Pages.One, "Several" => Pages.Several, _ => Pages.Hostile };
        await using var open = await OpenPage.Of(file);
        await open.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => { details.open = true; })");
        await open.Page.GetByLabel("Search").First.FillAsync("token");

        open.Requests.Should().Equal(new Uri(file).AbsoluteUri);
        open.Complaints.Should().BeEmpty();
    }

    [Test]
    public async Task Forbids_the_network_by_its_own_policy()
    {
        await using var open = await OpenPage.Of(Pages.One);

        await open.Page.EvaluateAsync("document.body.append(Object.assign(new Image(), { src: 'https://tracker.example/pixel.png' }))");
        await open.Page.EvaluateAsync("fetch('https://tracker.example/').catch(() => {})");

        open.Requests.Should().HaveCount(1);
        open.Complaints
            .Should()
            .HaveCountGreaterThanOrEqualTo(2).And.OnlyContain(complaint => complaint.Contains("Content Security Policy"));
    }
}
