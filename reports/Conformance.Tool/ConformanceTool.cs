using System.CommandLine;
using Conformance.Record.Journal;
using Conformance.Record.Text;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Commands;

namespace Conformance.Tool;

/// <summary>The <c>conformance</c> command line, also callable in process.</summary>
public static class ConformanceTool
{
    // A run that is stopped closes what it has opened, which takes ten seconds at most.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(12);

    /// <summary>Runs one command.</summary>
    /// <param name="args">The command line without the name of the program.</param>
    /// <param name="stdout">Takes the results.</param>
    /// <param name="stderr">Takes errors, each as one sentence that says what to change.</param>
    /// <param name="time">The clock; null for that of the machine.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> Run(string[] args, TextWriter stdout, TextWriter stderr, TimeProvider? time = null)
    {
        var parsed = Root(time ?? TimeProvider.System).Parse(args);
        if (parsed.Action is not HelpWithExitCodes && parsed.Errors is [var error, ..])
            return await Fail(stderr, $"{error.Message.TrimEnd('.')}; see conformance {Commands(parsed)}--help.", ExitCode.BadUsage);

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = stdout,
                    Error = stderr,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TimeToStop,
                });
        }
        catch (UnreadableRecordException e)
        {
            return await Fail(stderr, e.Message, ExitCode.UnreadableRecord);
        }
        catch (BadUsageException e)
        {
            return await Fail(stderr, e.Message, ExitCode.BadUsage);
        }
        catch (IOException e)
        {
            // The output itself: a full disk behind a redirection. A reader that went away is no error to the runtime.
            return await Fail(stderr, $"the output cannot be written: {e.Message}", ExitCode.BadUsage);
        }
    }

    private static RootCommand Root(TimeProvider time)
    {
        var root = new RootCommand("Tests servers against session APIs; judges, compares and reports the records of such runs.")
        {
            new InitCommand(time),
            new DoctorCommand(time),
            new PlanCommand(time),
            new RunCommand(),
            new GateCommand(time),
            new ReportCommand(),
            new DiffCommand(),
            new MergeCommand(),
            new FoldCommand(),
            new ListCommand(),
            new ShowCommand(),
            new BundleCommand(),
            new VerifyCommand(),
            new SiteCommand(),
            new SubmitCheckCommand(time),
            new CleanupCommand(time),
            new WaiveCommand(time),
            new ApproveCommand(),
        };
        HelpWithExitCodes.AddTo(root);
        RefuseUnknownOptions(root);
        return root;
    }

    // An option that there is not would otherwise be taken for a file.
    private static void RefuseUnknownOptions(Command command)
    {
        foreach (var argument in command.Arguments)
        {
            argument.Validators.Add(result =>
            {
                if (result.Tokens.FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal)) is { } unknown)
                    result.AddError($"there is no option '{unknown.Value}'");
            });
        }

        foreach (var subcommand in command.Subcommands)
            RefuseUnknownOptions(subcommand);
    }

    /// <summary>The commands of a command line, as far as they are ones.</summary>
    private static string Commands(ParseResult parsed)
    {
        var names = new List<string>();
        for (var command = parsed.CommandResult; command.Parent is System.CommandLine.Parsing.CommandResult parent; command = parent)
            names.Insert(0, $"{command.Command.Name} ");

        return string.Concat(names);
    }

    private static async Task<int> Fail(TextWriter stderr, string sentence, ExitCode code)
    {
        await stderr.WriteLineAsync($"conformance: {InertText.Line(sentence)}");
        return (int)code;
    }
}
