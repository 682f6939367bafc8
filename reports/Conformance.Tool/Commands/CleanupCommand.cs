using System.CommandLine;
using Conformance.Fixtures.Cleaning;
using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Reports.Text;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Commands;

/// <summary><c>conformance cleanup</c>: ends what a run that was killed has left at a server.</summary>
internal sealed class CleanupCommand : ToolCommand
{
    private readonly Argument<string> target = TargetArgument.Create();
    private readonly Option<string> output = new("--output")
    {
        Description = "The folder that runs write to, as CONFORMANCE_OUTPUT names it.",
        DefaultValueFactory = _ => Path.Combine("reports", "out"),
    };

    private readonly TimeProvider time;

    /// <param name="time">The clock.</param>
    public CleanupCommand(TimeProvider time)
        : base(
            "cleanup",
            "Ends what runs that were killed have left at a server, by the ledgers in the folder of the target: sessions, rooms, "
            + "pushers, accounts, changed passwords, locks. Each is proven gone, or named. It needs the key of those runs: "
            + $"{LedgerKey.Variable}, or the file that they made.")
    {
        this.time = time;
        Take(target, output);
        SetAction((parsed, _) => Run(parsed));
    }

    public override IReadOnlyList<string> Examples => ["cleanup staging.json", "cleanup staging.json --output /var/conformance"];

    public override IReadOnlyList<ExitCode> CanEndWith => [ExitCode.Success, ExitCode.BadUsage, ExitCode.Inconclusive];

    public override string? Special(ExitCode code) => code switch
    {
        ExitCode.Success => "nothing is left",
        ExitCode.BadUsage => "the command line, the target file or the key is wrong",
        ExitCode.Inconclusive => "something is left, or could not be proven gone",
        _ => null,
    };

    private async Task<int> Run(ParseResult parsed)
    {
        var stdout = parsed.InvocationConfiguration.Output;
        var settings = TargetArgument.Read(parsed.GetRequiredValue(target), alone: "cleaned up");
        var folder = Path.Combine(parsed.GetRequiredValue(output), settings.Name);
        var ledgers = LedgerFile.In(folder);
        if (ledgers.Count == 0)
            await stdout.WriteLineAsync($"{folder} has no ledger: no run has left anything that it wrote down");

        var isClean = true;
        foreach (var ledger in ledgers)
        {
            foreach (var one in await CleanUp(ledger, settings))
            {
                isClean &= one.IsGone;
                await stdout.WriteLineAsync(OneLine.Of($"{one}"));
            }
        }

        return (int)(isClean ? ExitCode.Success : ExitCode.Inconclusive);
    }

    private async Task<IReadOnlyList<CleanedUp>> CleanUp(string ledger, TargetSettings settings)
    {
        try
        {
            if (LedgerFile.Read(ledger).BaseUrl is { Length: > 0 } other && other != settings.BaseUrl)
            {
                throw new BadUsageException(
                    $"{ledger} is of {other}, and the target file names {settings.BaseUrl}: name the file of that run.");
            }

            var key = LedgerKey.Of(Environment.GetEnvironmentVariable(LedgerKey.Variable), LedgerKey.UsualFile);
            return await new Cleanup(KnownDialects.Of(settings.Contract), settings, key, time).Of(ledger);
        }
        catch (LedgerKeyException e)
        {
            throw new BadUsageException($"{ledger} cannot be read: {e.Message}.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadUsageException($"{ledger} cannot be read or written: {e.Message}", e);
        }
    }
}
