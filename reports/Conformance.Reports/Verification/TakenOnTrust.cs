using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Verification;

/// <summary>How much of a record rests on the word of whoever wrote it, though its exchanges do not deny it.</summary>
/// <param name="Expected">Expectations, all of them: what should have come is the record's own word;
/// whether it came is judged again.</param>
/// <param name="Expectations">Those among them that took more than one answer to judge, or one that was too long to be recorded whole, so
/// that not even that is.</param>
/// <param name="Softened">Findings of scenarios that weigh less than their requirement, for a reason that only the scenario knows.</param>
/// <param name="Unjudged">Scenarios that ended without a judgement: not applicable, disabled, inconclusive, error.</param>
/// <param name="LeftOut">Scenarios that the run was told to leave out, by the record's word.</param>
/// <param name="Missing">Scenarios of this version's suite of which a record of another version says nothing.</param>
public sealed record TakenOnTrust(int Expected, int Expectations, int Softened, int Unjudged, int LeftOut, int Missing)
{
    internal static TakenOnTrust Of(RunRecord record, Contract contract)
    {
        var expectations = record.Scenarios.SelectMany(ExpectationsOf).ToList();
        return new(
            expectations.Count,
            expectations.Count(each => each.Aspect is Aspect.Other || (each.IsOfCut && each.Aspect is not Aspect.Status)),
            record.Scenarios.SelectMany(scenario => scenario.Findings).Count(finding => finding is { Check: null, Softened: not null }),
            record.Scenarios.Count(scenario => !VerdictCheck.IsJudged(scenario.Verdict)),
            record.LeftOut.Count,
            RecordVersion.IsOfThis(record) ? 0 : ScenarioSet.Missing(record, contract).Count);
    }

    private static IEnumerable<(Aspect Aspect, bool IsOfCut)> ExpectationsOf(ScenarioFinished scenario)
    {
        var cut = CutExchanges.Of(scenario);
        return scenario.Judgements.SelectMany(
            judgement => judgement.Expectations, (judgement, expectation) => (expectation.Aspect, cut.Contains(judgement.Exchange)));
    }
}
