using System.CommandLine;
using Conformance.Record.Journal;
using Conformance.Tool.Commands;

namespace Conformance.Tool;

/// <summary>The <c>conformance</c> command line, also callable in process.</summary>
public static class ConformanceTool
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">The command line without the name of the program.</param>
    /// <param name="stdout">Takes the results.</param>
    /// <param name="stderr">Takes errors, each as one sentence that says what to change.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static async Task<int> Run(string[] args, TextWriter stdout, TextWriter stderr)
    {
        var parsed = Root().Parse(args);
        if (parsed.Errors is [var error, ..])
            return await Fail(stderr, $"{error.Message} See conformance --help.", ExitCode.BadUsage);

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { Output = stdout, Error = stderr, EnableDefaultExceptionHandler = false });
        }
        catch (UnreadableRecordException e)
        {
            return await Fail(stderr, e.Message, ExitCode.UnreadableRecord);
        }
        catch (BadUsageException e)
        {
            return await Fail(stderr, e.Message, ExitCode.BadUsage);
        }
    }

    private static RootCommand Root()
    {
        var root = new RootCommand("Judges and reads the records of conformance runs.") { GateCommand.Create(), FoldCommand.Create(), BundleCommand.Create(), VerifyCommand.Create() };
        HelpWithExitCodes.AddTo(root);
        return root;
    }

    private static async Task<int> Fail(TextWriter stderr, string sentence, ExitCode code)
    {
        await stderr.WriteLineAsync($"conformance: {sentence}");
        return (int)code;
    }
}
