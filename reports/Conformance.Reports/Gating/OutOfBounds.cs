using System.Globalization;
using Conformance.Record.Runs;
using Conformance.Schemas.Profiles;

namespace Conformance.Reports.Gating;

/// <summary>Tolerances beyond what a profile accepts: a server that needs them may be right, but not by this profile.</summary>
internal static class OutOfBounds
{
    private const string Revocation = "tolerances.revocationMilliseconds";

    /// <summary>Each of them, in a phrase; none where all are within its bounds.</summary>
    public static IReadOnlyList<string> Of(RunRecord record, Profile profile) =>
    [
        .. from bound in profile.Bounds
           where Declared(record, bound.Key) is { } declared && declared > bound.Value
           select string.Create(
               CultureInfo.InvariantCulture,
               $"{bound.Key} is {Declared(record, bound.Key)}, and the profile accepts at most {bound.Value}"),
    ];

    // Records of earlier versions have one tolerance only.
    private static double? Declared(RunRecord record, string key) =>
        double.TryParse(
            record.Target.Deviations.FirstOrDefault(deviation => deviation.Key == key)?.Value,
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var declared) ? declared
        : key == Revocation ? record.Target.RevocationMilliseconds
        : null;
}
