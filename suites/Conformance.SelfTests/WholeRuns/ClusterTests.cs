using System.Net;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Reports;
using Conformance.Reports.Formats;
using Conformance.Reports.Gating;
using Conformance.Reports.Verification;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using FluentAssertions.Execution;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A good server that is reached at several nodes, and in HTTP/2, is judged as it is at one in HTTP/1.1.</summary>
public sealed class ClusterTests
{
    private static ReportFormat Certificate => ReportFormats.All.Single(format => format.Name == "certificate");

    [Test]
    public async Task Is_found_without_fault()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var one = await Gateway.Before(server, (context, next) => next(context), HttpProtocols.Http2);
        await using var other = await Gateway.Before(server, (context, next) => next(context), HttpProtocols.Http2);
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "cluster", change: settings => settings with
        {
            BaseUrl = one.BaseUrl,
            FurtherBaseUrls = [other.BaseUrl],
            HttpVersion = HttpVersion.Version20,
        }));

        await SuiteRunner.Run(run);

        using var scope = new AssertionScope();
        var record = SuiteRuns.WrittenRecordOf(run, "cluster");
        record.Scenarios.Where(scenario => scenario.Verdict is Verdict.Fail or Verdict.Warning or Verdict.Inconclusive or Verdict.Error)
            .Select(scenario => $"{scenario.Scenario}: {scenario.Reason} {string.Join("; ", scenario.Findings)}")
            // Of a path with a zero byte Kestrel answers nothing, and the gateway forwards no slash as it came.
            .Should().OnlyContain(told => told.Contains("broke the request off (HTTP/2") || told.Contains("(\"with a slash\")"));
        record.Scenarios.Count(scenario => scenario.Verdict is Verdict.Pass).Should().BeGreaterThan(record.Scenarios.Count / 2);
        Math.Min(one.Requests, other.Requests).Should().BeGreaterThan((one.Requests + other.Requests) / 3);
        record.Scenarios.SelectMany(scenario => scenario.Exchanges).Where(exchange => exchange.Response is not null)
            .Should().OnlyContain(exchange => exchange.Response!.HttpVersion == "2");
        Recomputation.Of(record).Contradictions.Should().BeEmpty();
        Certificate.Write([JudgedRun.Of(record)])
            .Should().Contain(file => file.Text.Contains($"{other.BaseUrl}; each request went to one"));
        SuiteRuns.SummaryOf(run, "cluster").Should().Contain(other.BaseUrl).And.Contain("httpVersion is 2, usually 1.1");
    }
}
