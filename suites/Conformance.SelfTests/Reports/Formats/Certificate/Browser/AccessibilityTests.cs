using System.Text.Json;
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
        var axe = await File.ReadAllTextAsync(await CertificatePackages.File("axe-core", "axe.min.js"));
        await using var open = await OpenPage.Of(several ? Pages.Several : Pages.One, options: new() { ColorScheme = scheme });
        await open.Page.EvaluateAsync("document.querySelectorAll('details:not(.group)').forEach(details => { details.open = true; })");

        await open.Page.EvaluateAsync(axe);
        var result = (await open.Page.EvaluateAsync("axe.run()"))!.Value;

        Told(result.GetProperty("violations")).Should().BeEmpty();
        result
            .GetProperty("passes")
            .EnumerateArray()
            .Select(Id)
            .Should()
            .Contain(["color-contrast", "heading-order", "landmark-unique", "summary-name"]);
    }

    private static IEnumerable<string> Told(JsonElement violations) => violations.EnumerateArray().SelectMany(
        violation => violation.GetProperty("nodes").EnumerateArray().Take(3),
        (violation, node) => $"{Id(violation)}: {node.GetProperty("html")}: {node.GetProperty("failureSummary")}");

    private static string Id(JsonElement rule) => rule.GetProperty("id").GetString()!;
}
