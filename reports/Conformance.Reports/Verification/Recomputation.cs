using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;

namespace Conformance.Reports.Verification;

/// <summary>
/// The verdicts of a run record, judged again from its recorded exchanges. It shows whether a record agrees with itself, not
/// whether the exchanges took place: who invents whole exchanges is found out by a signature only.
/// </summary>
/// <param name="Contradictions">What does not agree; empty for an honest record.</param>
/// <param name="Trusted">What nobody can judge again.</param>
public sealed record Recomputation(IReadOnlyList<Contradiction> Contradictions, TakenOnTrust Trusted)
{
    /// <summary>Judges a record again. Pure.</summary>
    public static Recomputation Of(RunRecord record)
    {
        if (RecordedContract.Of(record.Target) is not { } contract)
            return new([new("target/dialect", $"is {record.Target.Dialect}, which is no contract that this tool knows")], new(0, 0, 0));

        return new(
            [
                .. SharedExchanges.Contradictions(record),
                .. record.Scenarios.SelectMany(scenario => ScenarioCheck.Contradictions(scenario, contract)),
                .. FoldCheck.Contradictions(record, contract.Catalogue),
            ],
            TakenOnTrust.Of(record.Scenarios));
    }
}

/// <summary>How much of a record rests on the word of whoever wrote it, though its exchanges do not deny it.</summary>
/// <param name="Expectations">Expectations that took more than one answer to judge.</param>
/// <param name="Softened">Findings of scenarios that weigh less than their requirement, for a reason that only the scenario knows.</param>
/// <param name="Unjudged">Scenarios that ended without a judgement: not applicable, disabled, inconclusive, error.</param>
public sealed record TakenOnTrust(int Expectations, int Softened, int Unjudged)
{
    internal static TakenOnTrust Of(IReadOnlyList<ScenarioFinished> scenarios) => new(
        scenarios.SelectMany(scenario => scenario.Judgements).Sum(judgement => judgement.Expectations.Count(each => each.Aspect is Aspect.Other)),
        scenarios.SelectMany(scenario => scenario.Findings).Count(finding => finding is { Check: null, Softened: not null }),
        scenarios.Count(scenario => !VerdictCheck.IsJudged(scenario.Verdict)));
}
