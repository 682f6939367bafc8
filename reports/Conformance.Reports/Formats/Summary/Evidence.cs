using Conformance.Record.Exchanges;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Summary;

/// <summary>Findings, each on one line with the exchange that shows it.</summary>
internal sealed class Evidence(RunRecord record)
{
    private readonly ILookup<int, Exchange> exchanges =
        record.Scenarios.SelectMany(scenario => scenario.Exchanges).ToLookup(exchange => exchange.Number);

    /// <summary>One line for each finding; the same finding at the same endpoint is told once, and counted.</summary>
    public IEnumerable<string> Lines(IEnumerable<Finding> findings) =>
        findings
            .GroupBy(finding => finding with { Exchange = null })
            .Select(same => Line(same.First(), same.Count() - 1));

    private string Line(Finding finding, int more)
    {
        string?[] parts =
        [
            $"- {finding.Verdict.Name()}: {Markdown.Code(finding.Mismatch.ToString())}",
            finding.Exchange is { } number ? Shown(number) : Seen(finding.Endpoint),
            more > 0 ? $"and {more} more like it" : null,
            finding.Check is { } check ? $"found in passing by {Markdown.Escape(check)}" : null,
            finding.Softened is { } softened ? $"softened: {Markdown.Prose(softened)}" : null,
        ];
        return string.Join("; ", parts.OfType<string>());
    }

    private string Shown(int number) => exchanges[number].FirstOrDefault() is { } exchange
        ? $"exchange {number}: {Markdown.Code(ExchangeNames.Asked(exchange))}, {Markdown.Escape(ExchangeNames.Answered(exchange))}"
        : $"exchange {number}, which the record lacks";

    private static string? Seen(string? endpoint) => endpoint is null ? null : $"at {Markdown.Code(endpoint)}";
}
