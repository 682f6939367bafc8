using System.Globalization;
using Conformance.Record.Runs;
using Conformance.Reports.Merging;
using Conformance.Reports.Records;
using Conformance.Reports.Text;
using Conformance.Reports.Verification;

namespace Conformance.Tool.Gating;

/// <summary>Whether a record is that of the run that was meant: one of an earlier run may be green when the last one never began.</summary>
/// <param name="now">When it is judged.</param>
/// <param name="runId">The run that was asked for; null for any.</param>
/// <param name="maxAge">How long ago it may have ended; null for any time.</param>
internal sealed class Freshness(DateTimeOffset now, string? runId, TimeSpan? maxAge)
{
    /// <summary>The age from which on readers are warned where nobody said how old a record may be.</summary>
    private static readonly TimeSpan Aged = TimeSpan.FromDays(1);

    /// <summary>How far the clocks of two machines may differ.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Why a record is not the one that was meant; null if it may be.</summary>
    public Contradiction? WhyNot(NamedRun run)
    {
        var record = run.Record;
        if (runId is not null && record.RunId != runId)
        {
            return new(
                "runId",
                $"is {(record.RunId is { } other ? OneLine.Of(other) : "absent")}, and --run-id asks for {runId}: "
                + "set CONFORMANCE_RUN_ID for the run, and look whether it began");
        }

        if (maxAge is { } most && (AgeOf(record) > most || AgeOf(record) < -ClockSkew))
            return new("endedAt", $"is {InWords(AgeOf(record))}, and --max-age allows {Rounded(most)}: run the suite again");

        return UnusableRun.Near(run.File) is { } later && later > record.StartedAt
            ? new(
                "startedAt",
                "is before a later run that could not be begun, whose record should have replaced this one: mend what that run said, "
                + "and run the suite again")
            : null;
    }

    /// <summary>What readers have to be told of a record that is judged all the same; null for nothing.</summary>
    public string? Warning(RunRecord record) => maxAge is null && (AgeOf(record) > Aged || AgeOf(record) < -ClockSkew)
        ? $"the record of {OneLine.Of(record.Target.Name)} is {InWords(AgeOf(record))}; --max-age and --run-id refuse one that is not meant"
        : null;

    private TimeSpan AgeOf(RunRecord record) => now - (record.EndedAt ?? record.StartedAt);

    private static string InWords(TimeSpan age) => age < TimeSpan.Zero ? $"{Rounded(-age)} in the future" : $"{Rounded(age)} old";

    private static string Rounded(TimeSpan time) => time switch
    {
        { TotalDays: >= 1 } => In(time.TotalDays, "day"),
        { TotalHours: >= 1 } => In(time.TotalHours, "hour"),
        _ => In(time.TotalMinutes, "minute"),
    };

    private static string In(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:0.#} {unit}{(Math.Round(number, 1) == 1 ? "" : "s")}");
}
