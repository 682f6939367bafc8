using System.CommandLine;
using Conformance.Reports.Gating;
using Conformance.Reports.Merging;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Profiles;

namespace Conformance.Tool.CommandLine;

/// <summary>The option <c>--profile</c>, and the runs judged by it.</summary>
internal static class ProfileOption
{
    public static Option<string?> Create()
    {
        var profile = new Option<string?>("--profile")
        {
            Description =
                $"What to judge by: {KnownContracts.All.ProfileChoice()}. [default: what the target file names, "
                + "else the one of contract and edition]",
        };
        profile.CompletionSources.AddForShells(KnownContracts.All.Profiles.Select(known => known.Name).Distinct());
        return profile;
    }

    /// <summary>The profile of this name; null for no name.</summary>
    /// <exception cref="BadUsageException">There is none.</exception>
    public static Profile? Find(string? name) => name is null
        ? null
        : KnownContracts.All.FindProfile(name, StringComparison.OrdinalIgnoreCase)
            ?? throw new BadUsageException(new UnknownProfileException(name, KnownContracts.All).Message);

    /// <param name="run">The run.</param>
    /// <param name="profile">What to judge it by; null for the usual one.</param>
    /// <param name="countsAll">Whether what failed or was inconclusive beyond the profile counts too.</param>
    /// <param name="judgedAt">The day that waivers are held against; null for that of the run.</param>
    /// <exception cref="BadUsageException">The profile is about another contract, or the record
    /// names one that there is none of.</exception>
    public static JudgedRun Judge(NamedRun run, Profile? profile, bool countsAll = false, DateTimeOffset? judgedAt = null)
    {
        try
        {
            return JudgedRun.Of(run.Record, profile, countsAll, judgedAt: judgedAt);
        }
        catch (Exception e) when (e is DialectMismatchException or UnknownProfileException)
        {
            throw new BadUsageException($"{run.File}: {e.Message.TrimEnd('.')}.", e);
        }
    }
}
