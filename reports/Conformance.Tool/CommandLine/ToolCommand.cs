using System.CommandLine;

namespace Conformance.Tool.CommandLine;

/// <summary>
/// A command whose help teaches: with examples, and with the exit codes that it can end with. Each command is a class: its arguments
/// and options are fields, its constructor names what it takes, and its action does the work.
/// </summary>
internal abstract class ToolCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines that work, without the name of the program.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>The exit codes that it can end with. Default: those of a command that reads records.</summary>
    public virtual IReadOnlyList<ExitCode> CanEndWith => ExitCodes.OfReading;

    /// <summary>What an exit code means here, where that is something special; null where it is not.</summary>
    public virtual string? Special(ExitCode code) => null;

    /// <summary>Adds arguments and options, in the order of the help.</summary>
    protected void Take(params Symbol[] symbols)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                Add(argument);
            else
                Add((Option)symbol);
        }
    }
}
