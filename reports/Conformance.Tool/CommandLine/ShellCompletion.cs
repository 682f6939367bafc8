using System.CommandLine.Completions;

namespace Conformance.Tool.CommandLine;

/// <summary>What a shell may complete a value to.</summary>
internal static class ShellCompletion
{
    /// <summary>Lets a shell complete a value to one of many.</summary>
    /// <param name="sources">Those of the argument or option.</param>
    /// <param name="values">The values that it may have.</param>
    // Help asks too, and would write all of them where one name stands for the value.
    public static void AddForShells(this List<Func<CompletionContext, IEnumerable<CompletionItem>>> sources, IEnumerable<string> values) =>
        sources.Add(context => context is TextCompletionContext ? values.Select(value => new CompletionItem(value)) : []);
}
