using Conformance.Record.Runs;

namespace Conformance.Reports.Records;

/// <summary>The runs of several targets in one file, in the order in which they are reported.</summary>
public sealed record RunSet
{
    /// <summary>Version of the form of this file, and of the records in it.</summary>
    public int FormatVersion { get; init; } = RunRecordJson.FormatVersion;

    /// <summary>One record for each target; at least one.</summary>
    public required IReadOnlyList<RunRecord> Runs { get; init; }
}
