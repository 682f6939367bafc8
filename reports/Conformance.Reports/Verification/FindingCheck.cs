using Conformance.Record.Journal;
using Conformance.Record.Verdicts;

namespace Conformance.Reports.Verification;

/// <summary>Holds the findings of a scenario against those that its promises give.</summary>
internal static class FindingCheck
{
    /// <param name="scenario">The scenario.</param>
    /// <param name="expected">What its promises give, in their order.</param>
    /// <param name="severity">What a violation of its requirement amounts to.</param>
    public static IEnumerable<string> Problems(ScenarioFinished scenario, IReadOnlyList<ExpectedFinding> expected, Verdict severity)
    {
        // What came of an answer that was judged whole, and is recorded in part, is the record's word.
        var cut = CutExchanges.Of(scenario);
        var recorded = scenario.Findings.Where(finding => finding.Check is null && !cut.Contains(finding.Exchange)).ToList();
        expected = [.. expected.Where(promise => !cut.Contains(promise.Exchange.Number))];
        // What was broken in company and kept alone is inconclusive, with the findings of the first attempt before those of the second,
        // whose judgements are recorded.
        var first = scenario.Verdict is Verdict.Inconclusive ? Math.Max(0, recorded.Count - expected.Count) : 0;
        var pairs = recorded.Skip(first).Zip(expected).ToList();
        foreach (var (finding, promise) in pairs.Where(pair => !Is(pair.First, pair.Second, scenario.Requirement, severity)))
        {
            yield return $"has the finding {JsonText.Shown(finding)}, where exchange {promise.Exchange.Number} gives "
                + $"{JsonText.Shown(promise.Mismatch)}";
        }

        foreach (var promise in expected.Skip(pairs.Count))
            yield return $"has no finding of what exchange {promise.Exchange.Number} gives: {JsonText.Shown(promise.Mismatch)}";

        foreach (var finding in recorded.Skip(first + pairs.Count))
            yield return $"has a finding that no promise gives: {JsonText.Shown(finding)}";
    }

    private static bool Is(Finding finding, ExpectedFinding expected, string requirement, Verdict severity) =>
        finding.Requirement == requirement
        && finding.Exchange == expected.Exchange.Number
        && finding.Endpoint == expected.Exchange.Endpoint
        && IsWeighed(finding, severity)
        // A mismatch may hold half a character, which no file can.
        && JsonText.Of(
            finding.Mismatch) == JsonText.Of(expected.IsInWords ? Completed(expected.Mismatch, finding.Mismatch) : expected.Mismatch);

    // Words say what was expected where; what came, and which keyword of a schema it breaks, only the scenario knows.
    private static Mismatch Completed(Mismatch words, Mismatch told) => words with { Actual = told.Actual, Keyword = told.Keyword };

    private static bool IsWeighed(Finding finding, Verdict severity) =>
        finding.Softened is null ? finding.Verdict == severity : (severity, finding.Verdict) == (Verdict.Fail, Verdict.Warning);
}
