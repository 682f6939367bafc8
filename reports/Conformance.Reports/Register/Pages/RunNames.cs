using Conformance.Reports.Formats.Certificate.Wording;
using Conformance.Reports.Gating;
using Conformance.Reports.Register.Entries;

namespace Conformance.Reports.Register.Pages;

/// <summary>How pages name runs.</summary>
internal static class RunNames
{
    /// <summary>A run among those of all implementations.</summary>
    public static string Of(Implementation implementation, EnteredRun run) =>
        $"{Visible.Line(implementation.Name)}{Version(run)}, {Figures.Time(run.Record.StartedAt)}";

    /// <summary>The version of the implementation, with a blank before it; empty where nobody says it.</summary>
    public static string Version(EnteredRun run) => run.Submission is { } submission ? $" {Visible.Line(submission.Version)}" : "";

    /// <summary>The day of a run, in UTC.</summary>
    public static string Day(EnteredRun run) => Figures.Day(DateOnly.FromDateTime(run.Record.StartedAt.UtcDateTime));

    /// <summary>How much of the profile is met; of a run that was not verified nothing can be said.</summary>
    public static string Met(EnteredRun run) => run.Run.Gate.Conformity is Conformity.NotVerified
        ? "–"
        : $"{Figures.Number(run.Met)} of {Figures.Number(run.Run.Gate.Lines.Count)}";
}
