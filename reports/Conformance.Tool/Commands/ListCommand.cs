using Conformance.Tool.CommandLine;
using Conformance.Tool.Lists;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance list</c>: shows what there is.</summary>
internal sealed class ListCommand : ToolCommand
{
    public ListCommand()
        : base("list", "Lists requirements, scenarios, profiles, formats or faults.")
    {
        Add(new RequirementListing());
        Add(new ScenarioListing());
        Add(new ProfileListing());
        Add(new FormatListing());
        Add(new FaultListing());
    }

    public override IReadOnlyList<string> Examples => ["list requirements --dialect koyeb --not-tested", "list profiles"];
}
