using System.Globalization;
using Conformance.Record.Runs;

namespace Conformance.Reports.Formats;

/// <summary>What tells one run from all others.</summary>
internal static class RunIds
{
    /// <summary>Name of the target, start and seed.</summary>
    public static string Of(RunRecord record) =>
        string.Create(CultureInfo.InvariantCulture, $"{record.Target.Name}/{record.StartedAt:O}/{record.Seed}");
}
