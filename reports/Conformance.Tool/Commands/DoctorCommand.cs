using System.CommandLine;
using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets.Reading;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Doctoring.Visiting;
using Conformance.Tool.Output;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance doctor</c>: looks whether a target can be tested, and names what to fix.</summary>
internal sealed class DoctorCommand : ToolCommand
{
    private readonly TimeProvider time;
    private readonly Argument<string> target = TargetArgument.Create();
    private readonly Option<bool> json = new("--json") { Description = "Write JSON." };

    public DoctorCommand(TimeProvider time)
        : base(
            "doctor",
            "Looks whether a target can be tested in full, and names what to fix: connection, TLS, clock, base URL, accounts, "
            + "capabilities. It only reads, and logs each account in and out once.")
    {
        this.time = time;
        Take(target, json);
        SetAction(Run);
    }

    public override IReadOnlyList<string> Examples => ["doctor staging.json", "doctor runsettings/targets/matrix.example.json --json"];

    public override IReadOnlyList<ExitCode> CanEndWith =>
        [ExitCode.Success, ExitCode.NonConformant, ExitCode.BadUsage, ExitCode.Inconclusive];

    public override string? Special(ExitCode code) => code switch
    {
        ExitCode.Success => "a run can judge all that the profile asks for",
        ExitCode.NonConformant => "something keeps a run from judging all of it",
        ExitCode.BadUsage => "the command line or the target file is wrong",
        ExitCode.Inconclusive => "the server cannot be tested at all",
        _ => null,
    };

    private async Task<int> Run(ParseResult parsed, CancellationToken interruption)
    {
        var report = await Examine(parsed.GetRequiredValue(target), interruption);
        Action<TextWriter, DoctorReport> write = parsed.GetValue(json) ? JsonOutput.Write : WriteText;
        write(parsed.InvocationConfiguration.Output, report);
        return report.ExitCode;
    }

    private static void WriteText(TextWriter writer, DoctorReport report) => DoctorText.Write(report, writer);

    private Task<DoctorReport> Examine(string file, CancellationToken interruption)
    {
        var here = Directory.GetCurrentDirectory();
        var read = TargetList.Load(file, here, here, Environment.GetEnvironmentVariable, KnownDialects.Defaults);
        return (read.Faults, read.Targets) switch
        {
            ([], [var settings]) => Doctor.Visit(settings, time, interruption),
            ([], _) => throw new BadUsageException($"{file} names several target files: the doctor looks at one."),
            _ => Task.FromResult(DoctorReport.Of(file, read.Faults)),
        };
    }
}
