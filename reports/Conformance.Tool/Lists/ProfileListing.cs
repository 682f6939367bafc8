using Conformance.Schemas.Contracts;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Lists;

/// <summary><c>conformance list profiles</c>.</summary>
internal sealed class ProfileListing : ToolCommand
{
    public ProfileListing()
        : base("profiles", "What runs can be judged by.") => Listing.Show(this, _ => Items(), Row);

    public override IReadOnlyList<string> Examples => ["list profiles --json"];

    private static List<ListedProfile> Items() =>
        [.. KnownContracts.All.Profiles.Select(profile =>
            new ListedProfile(profile.Name, profile.Version, profile.Dialect, profile.Title, profile.Description, profile.Requires.Count))];

    private static string[] Row(ListedProfile profile) =>
        [$"{profile.Name}@{profile.Version}", $"{profile.Requirements} required", profile.Description];
}
