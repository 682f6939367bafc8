using System.Globalization;
using Conformance.Record.Targets;
using Conformance.Record.Waivers;

namespace Conformance.Reports.Diffing;

/// <summary>What happened to a waiver between two runs.</summary>
/// <param name="Requirement">Id of the requirement that it is for.</param>
/// <param name="What">What happened, in words.</param>
public sealed record WaiverChange(string Requirement, string What)
{
    internal static IEnumerable<WaiverChange> Of(TargetDescription old, TargetDescription current)
    {
        var before = old.Waivers.ToLookup(waiver => waiver.Requirement, StringComparer.Ordinal);
        var now = current.Waivers.ToLookup(waiver => waiver.Requirement, StringComparer.Ordinal);
        return before.Concat(now)
            .Select(waivers => waivers.Key)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(id => Of(before[id].FirstOrDefault(), now[id].FirstOrDefault()), (id, what) => new WaiverChange(id, what));
    }

    private static IEnumerable<string> Of(Waiver? old, Waiver? current) => (old, current) switch
    {
        (null, { } added) => [$"added until {Day(added)} by {added.Owner}: {added.Reason}"],
        ({ } removed, null) => [$"removed; it held until {Day(removed)}"],
        _ => Differences(old!, current!),
    };

    private static IEnumerable<string> Differences(Waiver old, Waiver current) =>
        new[]
        {
            ("expiry", Day(old), Day(current)),
            ("fingerprint", old.Fingerprint, current.Fingerprint),
            ("owner", old.Owner, current.Owner),
            ("reason", old.Reason, current.Reason),
            ("link", old.Link, current.Link),
        }
            .Where(member => member.Item2 != member.Item3)
            .Select(member => $"{member.Item1} changed from {member.Item2} to {member.Item3}");

    private static string Day(Waiver waiver) => waiver.Expires.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
