using Conformance.Record.Runs;

namespace Conformance.Reports.Merging;

/// <summary>A run with the name of the file that it came from, for messages.</summary>
public sealed record NamedRun(string File, RunRecord Record);
