using Conformance.Record.Runs;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Verification;

/// <summary>What judged: another version of the suite may have had other scenarios, other rows and other rules.</summary>
internal static class RecordVersion
{
    /// <summary>Whether a record is of this version, by its own word.</summary>
    public static bool IsOfThis(RunRecord record) => record.SuiteVersion == ToolVersion.Release;

    /// <summary>The plan of a record of this version is the one that it should have had.</summary>
    public static IEnumerable<Contradiction> Contradictions(RunRecord record, Contract contract)
    {
        if (IsOfThis(record) && record.PlanDigest is { } digest && digest != DigestOf(record, contract))
        {
            yield return new(
                "planDigest",
                "is not that of this target and of this version's scenarios, rows and profile: another build of the suite made the record, "
                + "or target was changed afterwards");
        }
    }

    /// <summary>Why a record cannot be judged by this version; null if it can.</summary>
    public static Contradiction? WhyOfAnother(RunRecord record) =>
        !IsOfThis(record)
            ? new(
                "suiteVersion",
                $"is {record.SuiteVersion}, and this is version {ToolVersion.Release}: judge the record with the version that made it, "
                + "or run the suite again")
        : record.PlanDigest is null
            ? new("planDigest", "is absent, so that nobody can say what was to be judged: run the suite again with this version")
        : null;

    private static string? DigestOf(RunRecord record, Contract contract)
    {
        try
        {
            return PlanDigest.Of(record.Target, contract);
        }
        catch (UnknownProfileException)
        {
            // Whoever asks for a verdict by it is told so.
            return null;
        }
    }
}
