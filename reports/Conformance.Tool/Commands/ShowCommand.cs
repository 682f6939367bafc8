using System.CommandLine;
using Conformance.Schemas.Requirements;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;
using Conformance.Tool.Output;
using Conformance.Tool.Showing;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance show</c>: tells everything that is known of a requirement.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "Id of a requirement, such as MTX-LOGOUT-02." };
        var runs = RunFiles.Argument(ArgumentArity.ZeroOrMore, "Whose verdict and evidence to show");
        var json = new Option<bool>("--json") { Description = "Tell it to a program." };
        var command = new ToolCommand("show", "Tells what a requirement asks, on whose word, how it is judged, and what runs say of it.")
        {
            Examples = ["show MTX-LOGOUT-02", "show KOY-LOGIN-01 reports/out/staging/run.json"],
            ExitCodes = ExitCodes.OfReading,
        }.With(id, runs, json);
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(id), parsed.GetValue(runs) ?? [], parsed.GetValue(json), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string id, string[] runs, bool isJson, TextWriter stdout)
    {
        var shown = ShownRequirement.Of(Find(id), RunFiles.Read(runs));
        if (isJson)
            JsonOutput.Write(stdout, shown);
        else
            ShowText.Write(shown, stdout);

        return (int)ExitCode.Success;
    }

    private static Requirement Find(string id) => Catalogue.All.TryFind(id.ToUpperInvariant(), out var requirement)
        ? requirement
        : throw new BadUsageException($"there is no requirement '{id}'; the nearest are {string.Join(", ", Catalogue.All.Nearest(id))}.");
}
