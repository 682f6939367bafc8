using System.CommandLine;
using Conformance.Reports;
using Conformance.Schemas.Profiles;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Lists;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance list</c>: shows what there is.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        var command = new ToolCommand("list", "Lists requirements, scenarios, profiles, formats or faults.")
        {
            Examples = ["list requirements --dialect koyeb --not-tested", "list profiles"],
            ExitCodes = ExitCodes.OfReading,
        };
        command.Add(RequirementListing.Create());
        command.Add(ScenarioListing.Create());
        command.Add(ListProfiles());
        command.Add(ListFormats());
        command.Add(FaultListing.Create());
        return command;
    }

    private static Command ListProfiles() => Listing.Create(
        "profiles",
        "What runs can be judged by.",
        "list profiles --json",
        _ => { },
        _ => Profiles.All
            .Select(profile => new ListedProfile(profile.Name, profile.Version, profile.Dialect, profile.Title, profile.Description, profile.Requires.Count))
            .ToList(),
        profile => [$"{profile.Name}@{profile.Version}", $"{profile.Requirements} required", profile.Description]);

    private static Command ListFormats() => Listing.Create(
        "formats",
        "In what runs can be reported.",
        "list formats",
        _ => { },
        _ => ReportFormats.All.Select(format => new ListedFormat(format.Name, format.Description)).ToList(),
        format => [format.Name, format.Description]);
}
