using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Contracts;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Tool;

/// <summary>Runs of all rows of one profile.</summary>
internal static class GatedRuns
{
    public const string Profile = "matrix-logout";

    /// <summary>All rows pass but the last one, which ends like this; some have a waiver.</summary>
    public static RunRecord Run(Verdict last, params string[] waived)
    {
        var required = KnownContracts.All.FindProfile(Profile)!.Requires;
        return Fold(
            [.. waived.Select(id => Waiver(id, id))], required.Select(id => Finished(id, id == required[^1] ? last : Verdict.Pass, id)));
    }
}
