using System.CommandLine;
using Conformance.Reports.Formats;
using Conformance.Reports.Gating;
using Conformance.Reports.Merging;
using Conformance.Schemas.Profiles;

namespace Conformance.Tool.Commands;

/// <summary>The option <c>--profile</c>, and the runs judged by it.</summary>
internal static class ProfileOption
{
    public static Option<string?> Create() => new("--profile")
    {
        Description = $"What to judge by: {string.Join(", ", Profiles.Names)}. [default: what the target file names, else the one of contract and edition]",
    };

    /// <summary>The profile of this name; null for no name.</summary>
    /// <exception cref="BadUsageException">There is none.</exception>
    public static Profile? Find(string? name) => name is null
        ? null
        : Profiles.Names.FirstOrDefault(known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found
        ? Profiles.Find(found)
        : throw new BadUsageException($"there is no profile '{name}'; choose one of {string.Join(", ", Profiles.Names)}.");

    /// <exception cref="BadUsageException">The profile is about another contract, or the record names one that there is none of.</exception>
    public static JudgedRun Judge(NamedRun run, Profile? profile)
    {
        try
        {
            return JudgedRun.Of(run.Record, profile);
        }
        catch (Exception e) when (e is DialectMismatchException or UnknownProfileException)
        {
            throw new BadUsageException($"{run.File}: {e.Message.TrimEnd('.')}.", e);
        }
    }
}
