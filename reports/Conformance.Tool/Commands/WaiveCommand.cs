using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Conformance.Record.Waivers;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;
using Conformance.Tool.Waiving;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance waive</c>: excuses a violation that a run has found, by a waiver in the target file.</summary>
internal sealed class WaiveCommand : ToolCommand
{
    private readonly Argument<string> run = new("run.json") { Description = "The record of the run that has found the violation." };
    private readonly Argument<string> id = RequirementArgument.Create();
    private readonly Option<string> reason =
        new("--reason") { Description = "Why it is excused, in a sentence for readers of the certificate.", Required = true };

    private readonly Option<DateOnly> expires = new("--expires")
    {
        Description = "The last day, in UTC, on which it is excused, such as 2027-03-31.",
        Required = true,
        CustomParser = ParseDay,
    };

    private readonly Option<string> link =
        new("--link") { Description = "Where its fix is followed: the URL of an issue.", Required = true };

    private readonly Option<string> owner = new("--owner") { Description = "Who answers for it: a person or a team.", Required = true };
    private readonly Option<string?> file = new("--file") { Description = "The target file. [default: the one that the record names]" };
    private readonly Option<string?> target = TargetOption.Create();
    private readonly TimeProvider time;

    /// <param name="time">The clock by which days are past.</param>
    public WaiveCommand(TimeProvider time)
        : base(
            "waive",
            "Excuses a violation that a run has found, until a day: writes a waiver with its fingerprint into the target file, whose "
            + "comments and layout stay. The next run tries the requirement all the same and shows it as waived.")
    {
        this.time = time;
        Take(run, id, reason, expires, link, owner, file, target);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples =>
        [
            "waive reports/out/staging/run.json MTX-LOGOUT-02 --reason \"Replicas learn of a logout within a minute.\" "
            + "--expires 2027-03-31 --link https://issues.example.org/17 --owner \"session team\"",
        ];

    private static DateOnly ParseDay(ArgumentResult result)
    {
        var text = result.Tokens is [var token] ? token.Value : "";
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            result.AddError($"--expires is '{text}': give a day such as 2027-03-31");

        return day;
    }

    private int Run(ParseResult parsed)
    {
        var named = TargetOption.ChooseOne(RunFiles.Read([parsed.GetRequiredValue(run)]), parsed.GetValue(target));
        var violation = WaivableViolation.Of(named, parsed.GetRequiredValue(id));
        var waiver = new Waiver(
            violation.Requirement,
            parsed.GetRequiredValue(reason),
            parsed.GetRequiredValue(link),
            parsed.GetRequiredValue(owner),
            parsed.GetRequiredValue(expires),
            violation.Fingerprint);
        RefusePast(waiver);

        var written = WaivedTarget.Of(named, parsed.GetValue(file)).Add(waiver);
        var stdout = parsed.InvocationConfiguration.Output;
        stdout.WriteLine(
            $"{written}: {waiver.Requirement} is excused until {waiver.Expires:yyyy-MM-dd}, with the fingerprint {waiver.Fingerprint}");
        stdout.WriteLine($"  {violation.Shown}");
        stdout.WriteLine("The next run shows it as waived, if it fails in this way; a gate on the record of this run does not.");
        return (int)ExitCode.Success;
    }

    private void RefusePast(Waiver waiver)
    {
        var now = time.GetUtcNow();
        if (!waiver.HoldsAt(now))
        {
            throw new BadUsageException(
                $"--expires is {waiver.Expires:yyyy-MM-dd}, which is past: give a day from {now:yyyy-MM-dd} on.");
        }
    }
}
