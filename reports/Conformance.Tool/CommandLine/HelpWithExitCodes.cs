using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Conformance.Tool.CommandLine;

/// <summary>The help of a command, and below it examples and the exit codes that it can end with.</summary>
internal sealed class HelpWithExitCodes(HelpAction help) : SynchronousCommandLineAction
{
    private const int Columns = 80;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <summary>Adds them to the help of a command and of all its commands.</summary>
    public static void AddTo(RootCommand root)
    {
        var option = root.Options.OfType<HelpOption>().Single();
        var help = (HelpAction)option.Action!;
        help.MaxWidth = Columns;
        option.Action = new HelpWithExitCodes(help);
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command as ToolCommand;
        foreach (var line in Lines(command))
            parseResult.InvocationConfiguration.Output.WriteLine(line);

        return code;
    }

    // A command that only gathers others ends as they do.
    private static IEnumerable<string> Lines(ToolCommand? command) =>
        [
            .. command is null
                ? []
                : (IEnumerable<string>)["Examples:", .. command.Examples.Select(example => $"  conformance {example}"), ""],
            "Exit codes:",
            .. (command?.CanEndWith ?? Enum.GetValues<ExitCode>()).Select(
                code => $"  {(int)code}  {command?.Special(code) ?? code.Meaning()}"),
        ];
}
