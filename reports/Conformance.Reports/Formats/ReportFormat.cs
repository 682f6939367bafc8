namespace Conformance.Reports.Formats;

/// <summary>A format in which runs can be reported.</summary>
/// <param name="Name">The name by which it is chosen, such as <c>junit</c>.</param>
/// <param name="Description">What it is for, in a few words.</param>
/// <param name="Write">Makes the files of some runs: a pure function, so the same runs give the same bytes.</param>
public sealed record ReportFormat(string Name, string Description, Func<IReadOnlyList<JudgedRun>, IEnumerable<ReportFile>> Write);
