using System.CommandLine;

namespace Conformance.Tool.CommandLine;

/// <summary>A command whose help teaches: with examples, and with the exit codes that it can end with.</summary>
internal sealed class ToolCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines that work, without the name of the program.</summary>
    public required IReadOnlyList<string> Examples { get; init; }

    public required IReadOnlyList<ExitCode> ExitCodes { get; init; }

    /// <summary>Where an exit code means something special here; null where it does not.</summary>
    public Func<ExitCode, string?> Special { get; init; } = _ => null;

    /// <summary>Adds arguments and options, in the order of the help.</summary>
    public ToolCommand With(params Symbol[] symbols)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                Add(argument);
            else
                Add((Option)symbol);
        }

        return this;
    }
}
