using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.Reports;
using Conformance.Reports.Gating;
using Conformance.Reports.Records;
using Conformance.SelfTests.WholeRuns;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Wiring;

/// <summary>What a run writes: every report, each as the record gives it.</summary>
public sealed class WrittenReportsTests
{
    private const string FewScenarios = "<filter><prop name='Requirement'>KOY-LOGOUT-01</prop></filter>";

    [Test]
    public async Task Are_all_formats_made_of_the_record_and_nothing_of_an_earlier_run()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var earlier = SuiteRuns.Publishing(SuiteRuns.Slot(server, "written"), seed: 1);
        await SuiteRunner.Run(earlier, FewScenarios);
        using var run = SuiteRuns.Publishing(SuiteRuns.Slot(server, "written"), earlier.OutputFolder, seed: 2);

        await SuiteRunner.Run(run, FewScenarios);

        var folder = Path.Combine(run.OutputFolder!, "written");
        var judged = JudgedRun.Of(SuiteRuns.WrittenRecordOf(run, "written"));
        var expected = ReportFormats.All.SelectMany(format => format.Write([judged])).ToDictionary(file => file.Path, file => file.Text);
        expected["run.json"] = RunRecordJson.Write(judged.Record);
        expected["journal.jsonl"] = await File.ReadAllTextAsync(Path.Combine(folder, "journal.jsonl"));
        Written(folder).Should().BeEquivalentTo(expected);
    }

    private static Dictionary<string, string> Written(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText);
}
