using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Certificate.Wording;

namespace Conformance.Reports.Formats.Certificate.Evidence;

/// <summary>What scenarios expected in the same words of one or more answers.</summary>
/// <param name="Kind">What follows if it does not hold.</param>
/// <param name="Expected">What was expected, in words.</param>
/// <param name="Holds">Whether all of it was so.</param>
/// <param name="Exchanges">The numbers of the exchanges that were looked at.</param>
public sealed record JudgementLine(
    JudgementKind Kind, IReadOnlyList<(string Words, bool Holds)> Expected, bool Holds, IReadOnlyList<int> Exchanges)
{
    /// <summary>The lines of some judgements: what does not hold comes first, promises before controls.</summary>
    public static IReadOnlyList<JudgementLine> Of(IEnumerable<Judgement> judgements) =>
        [.. judgements
            .GroupBy(judgement => (judgement.Kind, Text: string.Join('\n', judgement.Expectations.Select(Line))))
            .Select(same => Of(same.First(), [.. same.Select(judgement => judgement.Exchange).Distinct()]))
            .OrderBy(line => line.Holds)
            .ThenBy(line => line.Kind)];

    private static JudgementLine Of(Judgement judgement, IReadOnlyList<int> exchanges) => new(
        judgement.Kind,
        [.. judgement.Expectations
            .CountBy(expectation => (Words: expectation.InWords(), expectation.Holds))
            .Select(
                same => (same.Value == 1 ? same.Key.Words : $"{same.Key.Words} ({Figures.Count(same.Value, "time")})", same.Key.Holds))],
        judgement.Expectations.All(expectation => expectation.Holds),
        exchanges);

    private static string Line(Expectation expectation) => $"{expectation.Holds} {expectation.InWords()}";
}
