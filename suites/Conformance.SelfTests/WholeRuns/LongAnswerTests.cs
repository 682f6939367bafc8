using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.Reports.Records;
using Conformance.Reports.Verification;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Answers that are longer than is recorded of them are judged whole, and records of them hold.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LongAnswerTests
{
    // Behind what is looked at, so that whoever judged what is recorded would find no JSON.
    private static readonly string Padding =
        $",\"padding\":\"{string.Concat(Enumerable.Repeat("and so on ", RecordedSize.LongestBody / 5))}\"}}";

    [TestCase("MTX-LOGOUT-02")]
    [TestCase("MTX-DEV-01")]
    public Task Of_a_homeserver_are_judged_whole(string requirement) => ShouldBeJudgedWhole(new MatrixServerOptions(), requirement);

    [TestCase("KOY-LOGOUT-02")]
    [TestCase("KOY-REFRESH-01")]
    public Task Of_the_session_api_are_judged_whole(string requirement) => ShouldBeJudgedWhole(new KoyebServerOptions(), requirement);

    private static async Task ShouldBeJudgedWhole(ReferenceServerOptions options, string requirement)
    {
        await using var server = await ReferenceServer.Start(options);
        await using var gateway = await Gateway.Before(server, (context, next) => Gateway.Rewrite(context, next, Padded));
        using var run = SuiteRuns.Publishing(
            SuiteRuns.Slot(server, "long", change: settings => settings with { BaseUrl = gateway.BaseUrl }));

        await SuiteRunner.Run(run, $"<filter><prop name='Requirement'>{requirement}</prop></filter>");

        var record = RecordIn(run.OutputFolder!);
        record.Scenarios.SelectMany(scenario => scenario.Exchanges).Should().Contain(exchange => exchange.Response!.IsCut);
        record.Requirements.Single(row => row.Id == requirement).Verdict.Should().Be(Verdict.Pass);
        Recomputation.Of(record).Contradictions.Should().BeEmpty();
    }

    private static string Padded(string answer) => answer is ['{', .. { Length: > 1 } members, '}'] ? $"{{{members}{Padding}" : answer;

    private static RunRecord RecordIn(string folder)
    {
        var path = Path.Combine(folder, "long", "run.json");
        return RunRecordJson.Read(File.ReadAllBytes(path), path);
    }
}
