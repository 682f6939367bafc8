using Conformance.Record.Runs;
using Conformance.Reports.Records;
using Conformance.SelfTests.HostileAnswers;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// The same as users start it, in a process of its own, whose memory can be measured. It takes seconds to start one, so that only one seed
/// in some is tried, and none where nobody has asked for seeds.
/// </summary>
[Category(HostileSeeds.Category)]
public sealed class HostileProcessTests
{
    /// <summary>Of the largest process, which is the one that scenarios run in.</summary>
    private const long MostMemory = 400 * PeakMemory.Megabyte;

    private const string Name = "hostile";

    [TestCaseSource(typeof(HostileSeeds), nameof(HostileSeeds.OfProcesses))]
    public async Task A_run_in_its_own_process_keeps_secrets_and_stays_small(int seed)
    {
        await using var target = await HostileTarget.Start(seed, new HostilePlan(seed));
        var folder = Directory.CreateDirectory(Path.Combine(LastRuns.Folder, $"hostile-{Guid.NewGuid():N}")).FullName;
        var file = $"{folder}.json";
        await File.WriteAllTextAsync(file, target.TargetFile(Name));

        using var run = DotnetTest.Start(
            file, string.Join('|', target.Rows.Select(row => $"Requirement={row}")), folder, environment: target.Environment);
        var (console, peak) = await run.EndMeasured();

        var record = RecordIn(folder);
        var findings = await HostileFindings.Of(target.Server, folder, console, record, record?.Preflight?.Problem);
        await TestContext.Out.WriteLineAsync($"{target}: peak {peak / PeakMemory.Megabyte} MB");
        findings.Should().BeEmpty("{0}; artefacts and answers in {1}", target, folder);
        peak.Should().BeLessThan(MostMemory, "{0}", target);
        Directory.Delete(folder, recursive: true);
    }

    private static RunRecord? RecordIn(string folder)
    {
        var file = Path.Combine(folder, Name, "run.json");
        return File.Exists(file) ? RunRecordJson.Read(File.ReadAllText(file), file) : null;
    }
}
