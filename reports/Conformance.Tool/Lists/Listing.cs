using System.CommandLine;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Output;

namespace Conformance.Tool.Lists;

/// <summary>What all lists of <c>conformance list</c> have in common.</summary>
internal static class Listing
{
    /// <summary>Adds the option <c>--json</c> to a command, and makes it list something. What is listed is its name.</summary>
    /// <param name="command">The command, which has all its own arguments and options.</param>
    /// <param name="items">What is listed.</param>
    /// <param name="row">An item as a row for people.</param>
    public static void Show<T>(ToolCommand command, Func<ParseResult, IReadOnlyList<T>> items, Func<T, string[]> row)
    {
        var json = new Option<bool>("--json") { Description = "Write JSON." };
        command.Add(json);
        command.SetAction(parsed =>
        {
            var listed = items(parsed);
            var stdout = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
                JsonOutput.Write(stdout, listed);
            else
                Write(command.Name, listed.Select(row), stdout);

            return (int)ExitCode.Success;
        });
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
