using System.Text.RegularExpressions;

namespace Conformance.SelfTests.Suites.Matrix;

/// <summary>A line of the tables that compare other suites with this one.</summary>
/// <param name="Test">What the other suite calls its test.</param>
/// <param name="Requirements">The ids of our rows.</param>
/// <param name="Answer">Our scenarios, or why there are none, as the table has it.</param>
/// <param name="Text">The whole line.</param>
internal sealed partial record ComparisonLine(string Test, IReadOnlyList<string> Requirements, string Answer, string Text)
{
    public IReadOnlyList<string> Scenarios { get; } = [.. ScenarioName().Matches(Answer).Select(match => match.Groups["name"].Value)];

    public bool IsOpen => Answer == "—";

    public bool NamesPassingCheck => Answer.Contains("passing check", StringComparison.Ordinal);

    public bool SaysNotYet => Answer.Contains("not yet: ", StringComparison.Ordinal);

    /// <summary>What the last column may hold.</summary>
    public bool IsReadable =>
        IsOpen || Scenarios.Count > 0 || NamesPassingCheck || SaysNotYet || Answer.StartsWith("out of scope: ", StringComparison.Ordinal);

    /// <summary>Every requirement that the line mentions, also in its prose.</summary>
    public IEnumerable<string> Mentioned => RequirementId().Matches(Text).Select(match => match.Value);

    /// <summary>What a person wrote behind the names, such as why a row has to wait; empty if nothing.</summary>
    public string Prose => WrittenByPeople().Match(Answer).Value;

    /// <summary>The line with another answer; a dash if it is empty.</summary>
    public string With(string answer) => $"{Text[..(Text.TrimEnd('|', ' ').LastIndexOf('|') + 1)]} {(answer.Length == 0 ? "—" : answer)} |";

    /// <summary>The lines of the table under a heading.</summary>
    public static IReadOnlyList<ComparisonLine> Read(string markdown, string heading) =>
        [.. MarkdownTable.Rows(markdown, heading).Select(Parse)];

    /// <summary>Reads one line of four cells.</summary>
    public static ComparisonLine Parse(string line) => MarkdownTable.Cells(line) is [var test, _, var requirements, var answer]
        ? new(test, [.. RequirementId().Matches(requirements).Select(match => match.Value)], answer, line)
        : throw new FormatException($"Not a line of four cells: {line}");

    [GeneratedRegex("MTX-[A-Z]+-[0-9]+")]
    private static partial Regex RequirementId();

    [GeneratedRegex("(not yet|out of scope): .*$")]
    private static partial Regex WrittenByPeople();

    [GeneratedRegex("`(?<name>[A-Za-z]+Tests\\.[A-Za-z_]+)`")]
    private static partial Regex ScenarioName();
}
