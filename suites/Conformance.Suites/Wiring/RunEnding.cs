using Conformance.Fixtures.Cleaning;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Text;
using Conformance.Reports;
using Conformance.Reports.Folding;
using Conformance.Reports.Gating;
using Conformance.Reports.Terminal;
using Conformance.Reports.Text;

namespace Conformance.Suites.Wiring;

/// <summary>Ends a run: folds the journals, writes the reports, and looks whether anything is wrong that no test shows.</summary>
internal static class RunEnding
{
    /// <summary>
    /// What it came to: a verdict may be missing, a secret leaked, a capability not as declared, a waiver not hold, or a target unusable.
    /// </summary>
    public static Task<RunConclusion> Conclude(ConformanceRun run) => Task.Run(async () =>
    {
        await run.End();
        var targets = run.Slots.Select(slot => slot.Target).OfType<TargetRun>().ToList();
        // One after the other, and what is written of one is let go: many targets take no more memory than the largest.
        var ended = targets.ConvertAll(target => EndedTarget.Of(target, run));
        List<JudgedRun> judged = [.. ended.Select(one => one.Judged).OfType<JudgedRun>()];
        run.Phases.End();
        IEnumerable<(string Target, string Sentence)> wrong =
        [
            .. run.Slots.Where(slot => slot.Problem is not null).Select(slot => (slot.Name, slot.Problem!)),
            .. targets.SelectMany(NotJudged, (target, sentence) => (target.Settings.Name, sentence)),
            .. ended.Where(one => one.Judged is not null)
                .SelectMany(
                    one => MissingVerdicts(one.Target, one.Judged!.Record), (one, sentence) => (one.Target.Settings.Name, sentence)),
            .. judged.SelectMany(Discrepancies, (one, sentence) => (one.Record.Target.Name, sentence)),
            .. judged.SelectMany(WaiverProblems, (one, sentence) => (one.Record.Target.Name, sentence)),
            .. ended.SelectMany(one => one.Wrong, (one, sentence) => (one.Target.Settings.Name, sentence)),
        ];
        return new RunConclusion(
            run.Problem is { } problem ? $"\nNothing was tested. {problem}"
                : judged.Count > 0 || run.Slots.Any(slot => slot.Problem is not null) ? Table(run, judged) : "",
            wrong.ToLookup(each => each.Target, each => InertText.Lines(each.Sentence), StringComparer.Ordinal));
    });

    // In one piece: the test platform breaks the line after each write.
    private static string Table(ConformanceRun run, List<JudgedRun> judged)
    {
        using var table = new StringWriter();
        table.WriteLine();
        ConsoleTable.Write([.. judged.Select(one => one.Record)], table);
        foreach (var (record, count) in judged.Select(one => (one.Record, LeftOpen(one.Record))).Where(open => open.Item2 > 0))
            table.WriteLine($"{record.Target.Name}: {count} sessions could not be proven closed; summary.md names them");

        foreach (var sentence in run.Slots.SelectMany(slot => LeftByRuns(run, slot)))
            table.WriteLine(sentence);

        table.WriteLine();
        foreach (var one in judged)
        {
            table.WriteLine(OneLine.Of(one.Gate.Reason));
            if (run.OutputFolder is { } folder
                && Path.Combine(folder, one.Record.Target.Name, ReportFormats.Certificate) is var certificate
                && File.Exists(certificate))
            {
                table.WriteLine($"  {certificate}");
            }
        }

        foreach (var slot in run.Slots.Where(slot => slot.Problem is not null))
        {
            table.WriteLine(slot.Problem!.StartsWith(slot.Name, StringComparison.Ordinal)
                ? slot.Problem
                : $"{slot.Name} cannot be tested: {slot.Problem}");
        }

        var targets = run.Slots.Select(slot => slot.Target).OfType<TargetRun>();
        foreach (var sentence in targets.SelectMany(target => NotJudged(target).Concat(LockedBesides(target))))
            table.WriteLine(sentence);

        if (judged.Exists(one => one.Record.Target.Embedded))
        {
            table.WriteLine(
                $"Tested were the suite's own embedded reference servers, and none of yours: name {run.Caller.Targets}.");
        }

        table.WriteLine($"Time: {run.Phases}");
        table.Write($"Seed {run.Seed}. All records and reports: {run.OutputFolder ?? "none"}");
        return InertText.Lines(table.ToString());
    }

    // What a scenario itself shows as failed is red already; a scenario that was planned and never ran shows nothing.
    private static IEnumerable<string> MissingVerdicts(TargetRun target, RunRecord record) =>
        target.IsUnusable
            ? []
            : record.Scenarios.Where(scenario => scenario.Reason == PlannedScenarios.NoVerdictReason)
                .Select(scenario => $"{record.Target.Name}: {scenario.Scenario} ({scenario.Requirement}): {scenario.Reason}");

    private static IEnumerable<string> NotJudged(TargetRun target) =>
        target.CutShort.Sentences.Select(sentence => $"{target.Settings.Name}: {sentence}");

    // Where other accounts were enough, no scenario was cut short by it.
    private static IEnumerable<string> LockedBesides(TargetRun target) =>
        target.Http.LockOuts.Sentences
            .Where(sentence => !target.CutShort.Sentences.Any(one => one.Contains(InertText.Line(sentence))))
            .Select(sentence => $"{target.Settings.Name}: {sentence}");

    // This run's, and those of runs before it that were killed.
    private static IEnumerable<string> LeftByRuns(ConformanceRun run, TargetSlot slot) =>
        from path in run.OutputFolder is null ? [] : LedgerFile.In(Path.Combine(run.OutputFolder, slot.Name))
        where LedgerFile.Read(path).Left.Count > 0
        select $"{slot.Name}: a run may have left something at the server, see {path}; "
            + $"end it with: {run.Caller.Tool} cleanup {slot.Target?.Settings.File}";

    private static int LeftOpen(RunRecord record) =>
        (record.Preflight?.LeftOpen.Count ?? 0)
        + (record.Closing?.LeftOpen.Count ?? 0)
        + record.Scenarios.Sum(scenario => scenario.LeftOpen.Count);

    private static IEnumerable<string> Discrepancies(JudgedRun run) =>
        (run.Record.Preflight?.Discrepancies ?? []).Select(sentence => $"{run.Record.Target.Name}: {sentence}");

    private static IEnumerable<string> WaiverProblems(JudgedRun run) =>
        run.Gate.WaiverProblems.Select(
            problem => $"{run.Record.Target.Name}: the waiver for {problem.Requirement} does not hold: it {problem.Problem}");
}

/// <summary>What the end of a run needs to know of a target.</summary>
/// <param name="Target">The target.</param>
/// <param name="Judged">Its run, judged, without exchanges; null if there is no record.</param>
/// <param name="Wrong">What is wrong with what was written.</param>
internal sealed record EndedTarget(TargetRun Target, JudgedRun? Judged, IReadOnlyList<string> Wrong)
{
    /// <summary>Writes what there is to write of a target.</summary>
    public static EndedTarget Of(TargetRun target, ConformanceRun run)
    {
        try
        {
            var reports = RunReports.Write(target, run.Formats, run.KeepsRecords);
            target.Record = reports.Judged.Record;
            // A path may have a secret in it, too.
            return new(target, reports.Judged, [.. reports.Wrong.Select(sentence => target.Vault.Mask(sentence))]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or UnreadableRecordException)
        {
            return new(target, null, [$"there is no record of {target.Settings.Name}: {e.Message}"]);
        }
    }
}

/// <summary>The run must end non-zero for a reason that no single test shows.</summary>
public sealed class RunIsRedException(string message) : Exception(message)
{
    /// <summary>None: the message says what to change, and the place in the suite's code is of no use to its reader.</summary>
    public override string? StackTrace => null;
}
