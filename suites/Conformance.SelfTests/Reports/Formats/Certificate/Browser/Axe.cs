using System.Text.Json;
using Microsoft.Playwright;

namespace Conformance.SelfTests.Reports.Formats.Certificate.Browser;

/// <summary>What keeps readers out of a page, as axe-core judges it.</summary>
internal static class Axe
{
    /// <summary>What is wrong, with the places; and the names of the rules that are kept.</summary>
    public static async Task<(IReadOnlyList<string> Violations, IReadOnlyList<string> Passes)> Judge(IPage page)
    {
        await page.EvaluateAsync(await File.ReadAllTextAsync(await CertificatePackages.File("axe-core", "axe.min.js")));
        var result = (await page.EvaluateAsync("axe.run()"))!.Value;
        return ([.. Told(result.GetProperty("violations"))], [.. result.GetProperty("passes").EnumerateArray().Select(Id)]);
    }

    private static IEnumerable<string> Told(JsonElement violations) => violations.EnumerateArray().SelectMany(
        violation => violation.GetProperty("nodes").EnumerateArray().Take(3),
        (violation, node) => $"{Id(violation)}: {node.GetProperty("html")}: {node.GetProperty("failureSummary")}");

    private static string Id(JsonElement rule) => rule.GetProperty("id").GetString()!;
}
