using System.Diagnostics;
using Conformance.Reports.Formats.Certificate;
using Conformance.Reports.Gating;
using FluentAssertions;
using Microsoft.Playwright;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate.Browser;

/// <summary>
/// 2,000 scenarios × 5 targets: the certificate is soon made, and stays usable. The bounds
/// are against hangs; the times are printed.
/// </summary>
[TestFixture]
[NonParallelizable]
public sealed class LargeRunTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    [Test]
    public async Task Stays_usable()
    {
        var runs = Enumerable.Range(1, 5).Select(i => JudgedRun.Of(ManyExchanges.Run($"target {i}", 2000))).ToList();
        var rendering = Stopwatch.StartNew();
        var size = CertificateHtml.Write(runs).Length;
        rendering.Stop();

        var file = CertificateFiles.Write("large", runs);
        var opening = Stopwatch.StartNew();
        await using var open = await OpenPage.Of(file);
        await open.Page.GetByLabel("Search").First.FillAsync("MTX-LOGOUT-02");
        await Assertions.Expect(open.Page.Locator("output").First)
            .ToHaveTextAsync(
                $"1 of {runs[0].Record.Requirements.Count} requirements are shown.", new() { Timeout = (float)Bound.TotalMilliseconds });
        opening.Stop();
        var interactive = await open.Page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].domInteractive");

        await TestContext.Out.WriteLineAsync(
            $"rendered in {rendering.ElapsedMilliseconds} ms, {size} characters; interactive after {interactive:0} ms; "
            + $"opened and searched in {opening.ElapsedMilliseconds} ms");
        rendering.Elapsed.Should().BeLessThan(Bound);
        opening.Elapsed.Should().BeLessThan(Bound);
    }
}
