using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;
using Conformance.Schemas.Editions;
using Conformance.Schemas.Requirements;
using Conformance.Schemas.Weighing;

namespace Conformance.Reports.Verification;

/// <summary>Holds the verdict of a scenario against its findings and controls.</summary>
internal static class VerdictCheck
{
    /// <summary>Whether a verdict judges the server, so that it follows from what is recorded.</summary>
    public static bool IsJudged(Verdict verdict) => verdict is Verdict.Pass or Verdict.Fail or Verdict.Warning or Verdict.Observed;

    public static IEnumerable<string> Problems(ScenarioFinished scenario, Requirement requirement, IReadOnlyCollection<string> editions)
    {
        if (scenario.Verdict is Verdict.Waived)
            yield return "is waived, which a requirement can be and no scenario";

        if (!IsJudged(scenario.Verdict))
            yield break;

        if (EditionGate.WhyNot(requirement, editions) is { } why)
            yield return $"is {scenario.Verdict.Name()}, and the requirement does not bind the server. {why}";

        if (FailedControl(scenario) is { } control)
        {
            yield return $"is {scenario.Verdict.Name()}, though a control at exchange {control.Exchange} does not hold, "
                + "so nothing was proven";
        }

        var promises = scenario.Judgements.Count(judgement => judgement.Kind is JudgementKind.Promise);
        var own = scenario.Findings.Where(finding => finding.Check is null);
        var (verdict, reason) = JudgedVerdict.Of(own, scenario.Observations.Count, promises, requirement);
        if (verdict != scenario.Verdict)
        {
            yield return $"is {scenario.Verdict.Name()}, and what is recorded of it gives "
                + $"{verdict.Name()}{(reason is null ? "" : $": {reason}")}";
        }
    }

    private static Judgement? FailedControl(ScenarioFinished scenario) =>
        scenario.Judgements.FirstOrDefault(
            judgement => judgement.Kind is JudgementKind.Control && judgement.Expectations.Any(each => !each.Holds));
}
