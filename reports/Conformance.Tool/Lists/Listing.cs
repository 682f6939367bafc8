using System.CommandLine;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Output;

namespace Conformance.Tool.Lists;

/// <summary>One of the lists that <c>conformance list</c> shows.</summary>
internal static class Listing
{
    /// <summary>Makes its command.</summary>
    /// <param name="name">What is listed, in the plural.</param>
    /// <param name="description">What one learns.</param>
    /// <param name="example">A command line that works.</param>
    /// <param name="add">Adds its own arguments and options.</param>
    /// <param name="items">What is listed.</param>
    /// <param name="row">An item as a row for people.</param>
    public static Command Create<T>(
        string name, string description, string example, Action<Command> add, Func<ParseResult, IReadOnlyList<T>> items, Func<T, string[]> row)
    {
        var json = new Option<bool>("--json") { Description = "Tell it to a program." };
        var command = new ToolCommand(name, description) { Examples = [example], ExitCodes = ExitCodes.OfReading };
        add(command);
        command.Add(json);
        command.SetAction(parsed =>
        {
            var listed = items(parsed);
            var stdout = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonOutput.Write(stdout, listed);
            else
                Write(name, listed.Select(row), stdout);

            return (int)ExitCode.Success;
        });
        return command;
    }

    private static void Write(string name, IEnumerable<string[]> rows, TextWriter stdout)
    {
        var all = rows.ToList();
        var page = new Page();
        page.Rows(all);
        if (all.Count > 0)
            page.Gap();

        // Of nothing too, so that an empty list is no silence.
        page.Sentence($"{all.Count} {name}");
        page.WriteTo(stdout);
    }
}
