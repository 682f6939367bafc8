using System.CommandLine;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;
using Conformance.Tool.Output;
using Conformance.Tool.Showing;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance show</c>: tells everything that is known of a requirement.</summary>
internal sealed class ShowCommand : ToolCommand
{
    private readonly Argument<string> id = RequirementArgument.Create();
    private readonly Argument<string[]> runs = RunFiles.Argument(ArgumentArity.ZeroOrMore, "Whose verdict and evidence to show");
    private readonly Option<bool> json = new("--json") { Description = "Write JSON." };

    public ShowCommand()
        : base("show", "Tells what a requirement asks, on whose word, how it is judged, and what runs say of it.")
    {
        Take(id, runs, json);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples => ["show MTX-LOGOUT-02", "show KOY-LOGIN-01 reports/out/staging/run.json"];

    private int Run(ParseResult parsed)
    {
        var stdout = parsed.InvocationConfiguration.Output;
        var shown = ShownRequirement.Of(Find(parsed.GetRequiredValue(id)), RunFiles.Read(parsed.GetValue(runs) ?? []));
        if (parsed.GetValue(json))
            JsonOutput.Write(stdout, shown);
        else
            ShowText.Write(shown, stdout);

        return (int)ExitCode.Success;
    }

    private static Requirement Find(string id) => KnownContracts.All.Catalogue.TryFind(id.ToUpperInvariant(), out var requirement)
        ? requirement
        : throw new BadUsageException(
            $"there is no requirement '{id}'; the nearest are {string.Join(", ", KnownContracts.All.Catalogue.Nearest(id))}.");
}
