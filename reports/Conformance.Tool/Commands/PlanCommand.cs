using System.CommandLine;
using Conformance.Fixtures.Outcomes;
using Conformance.Record.Text;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Output;
using Conformance.Tool.Planning;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance plan</c>: tells what a run would take of a server, before it does.</summary>
internal sealed class PlanCommand : ToolCommand
{
    private readonly TimeProvider time;
    private readonly Argument<string> target = TargetArgument.Create();
    private readonly Option<bool> offline = new("--offline") { Description = "Send nothing: plan by the target file alone." };
    private readonly Option<bool> json = new("--json") { Description = "Write JSON." };

    /// <param name="time">The clock.</param>
    public PlanCommand(TimeProvider time)
        : base(
            "plan",
            "Tells what a run would take of a server: scenarios, requests, logins, accounts, time, what it would end or change, and what "
            + "it leaves out and why. It sends a few reads without credentials, and logs nobody in.")
    {
        this.time = time;
        Take(target, offline, json);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples => ["plan staging.json", "plan staging.json --offline --json"];

    public override IReadOnlyList<ExitCode> CanEndWith => [ExitCode.Success, ExitCode.BadUsage, ExitCode.Inconclusive];

    public override string? Special(ExitCode code) => code switch
    {
        ExitCode.Success => "planned; it says nothing of what a run would find",
        ExitCode.BadUsage => "the command line or the target file is wrong",
        ExitCode.Inconclusive => "the server gives no answer, or is none of the contract",
        _ => null,
    };

    private async Task<int> Run(ParseResult parsed, CancellationToken interruption)
    {
        var planner = new RunPlanner(TargetArgument.Read(parsed.GetRequiredValue(target), alone: "planned"));
        try
        {
            var plan = parsed.GetValue(offline) ? planner.PlanUnasked(time) : await planner.Plan(time, interruption);
            Action<TextWriter, PlanReport> write = parsed.GetValue(json) ? JsonOutput.Write : PlanText.Write;
            write(parsed.InvocationConfiguration.Output, plan);
            return (int)ExitCode.Success;
        }
        catch (ControlFailedException e)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(
                $"conformance: {InertText.Line($"{e.Message.TrimEnd('.')}. With --offline the target file alone is planned by.")}");
            return (int)ExitCode.Inconclusive;
        }
    }
}
