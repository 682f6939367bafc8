using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Conformance.Tool;

/// <summary>The help of a command, and below it what the exit codes mean.</summary>
internal sealed class HelpWithExitCodes(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    private static readonly string ExitCodes =
        $"""
        Exit codes:
          {(int)ExitCode.Success}  done; for a gate: the target is conformant
          {(int)ExitCode.NonConformant}  a requirement of the profile is violated, or was not judged
          {(int)ExitCode.BadUsage}  the command line or the configuration is wrong
          {(int)ExitCode.Inconclusive}  inconclusive: a control failed, the suite failed, or the run was killed
          {(int)ExitCode.UnreadableRecord}  the run record or the journal cannot be read
        """;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Adds the exit codes to the help of a command and of all its commands.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        option.Action = new HelpWithExitCodes((SynchronousCommandLineAction)option.Action!);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        parseResult.InvocationConfiguration.Output.WriteLine(ExitCodes);
        return code;
    }
}
