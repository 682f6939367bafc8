using Conformance.Reports.Records;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// How large a whole run becomes whose answers are all as long as they may be, and how large each command that reads what it wrote. It
/// takes minutes, so that it is done where somebody has asked for hostile seeds.
/// </summary>
[Category(HostileSeeds.Category), NonParallelizable]
public sealed class SizeProcessTests
{
    private const long MostOfRun = 400 * PeakMemory.Megabyte;

    private const long MostOfCommand = 500 * PeakMemory.Megabyte;

    private const long MostOfJournal = 100 * PeakMemory.Megabyte;

    private const string Name = "long";

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(30);

    private static IEnumerable<TestCaseData<int, string>> Cases =>
        from seed in Enumerable.Range(0, HostileSeeds.AreAskedFor ? 2 : 0)
        from form in LongAnswers.Forms
        select new TestCaseData<int, string>(seed, form);

    [TestCaseSource(nameof(Cases))]
    public async Task Long_answers_make_neither_a_run_nor_what_reads_it_large(int seed, string form)
    {
        await using var target = await HostileTarget.Start(seed, LongAnswers.Of(form));
        var folder = Directory.CreateDirectory(Path.Combine(LastRuns.Folder, $"long-{Guid.NewGuid():N}")).FullName;
        var file = $"{folder}.json";
        await File.WriteAllTextAsync(file, target.PatientTargetFile(Name));

        using var run = DotnetTest.Start(file, output: folder, environment: target.Environment);
        var (console, peak) = await run.EndMeasured(Bound);

        using var all = new AssertionScope();
        var written = Path.Combine(folder, Name);
        var journal = new FileInfo(Path.Combine(written, "journal.jsonl")).Length;
        await TestContext.Out.WriteLineAsync($"{target}: run {InMegabytes(peak)}, journal {InMegabytes(journal)}, {folder}");
        await TestContext.Out.WriteLineAsync(console[^Math.Min(console.Length, 3000)..]);
        RunRecordJson.Read(await File.ReadAllTextAsync(Path.Combine(written, "run.json")), Name)
            .Preflight!.Problem.Should().BeNull("else nothing was asked that is long");
        peak.Should().BeLessThan(MostOfRun, "of the run");
        journal.Should().BeLessThan(MostOfJournal, "of the journal");
        foreach (var command in Commands(written))
        {
            var (largest, told) = await MeasuredTool.Run(Bound, command);
            await TestContext.Out.WriteLineAsync(
                $"{InMegabytes(largest)} {string.Join(' ', command)}: {told[..Math.Min(told.Length, 200)]}");
            largest.Should().BeLessThan(MostOfCommand, "of {0}", string.Join(' ', command));
        }
    }

    private static IEnumerable<string[]> Commands(string written)
    {
        var (record, bundle, folded) = (
            Path.Combine(written, "run.json"), Path.Combine(written, "bundle.zip"), Path.Combine(written, "folded"));
        return
        [
            ["fold", Path.Combine(written, "journal.jsonl"), "--out", $"{folded}.json"],
            ["gate", record],
            ["report", record, "--out", folded],
            ["show", "MTX-LOGIN-02", record],
            ["list", "requirements", record],
            ["diff", record, $"{folded}.json"],
            ["merge", record, "--out", $"{folded}-set.json"],
            ["bundle", record, "--out", bundle],
            ["verify", bundle],
        ];
    }

    private static string InMegabytes(long bytes) => $"{bytes / PeakMemory.Megabyte} MB";
}
