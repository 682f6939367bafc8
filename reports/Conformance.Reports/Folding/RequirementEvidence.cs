using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Folding;

/// <summary>A finding with the scenario whose exchanges show it.</summary>
internal sealed record FoundIn(ScenarioFinished Scenario, Finding Finding)
{
    /// <summary>Whether the verdict of the scenario does not speak for it, so that it counts on its own.</summary>
    public bool CountsOnItsOwn => Finding.Check is not null || Scenario.Requirement != Finding.Requirement;
}

/// <summary>All that one run says of one requirement.</summary>
/// <param name="Requirement">The requirement.</param>
/// <param name="Scenarios">The scenarios that are about it.</param>
/// <param name="Findings">Every finding against it, whichever scenario it comes from.</param>
/// <param name="JudgedInPassing">Number of exchanges that its exchange check judged.</param>
internal sealed record RequirementEvidence(
    Requirement Requirement, IReadOnlyList<ScenarioFinished> Scenarios, IReadOnlyList<FoundIn> Findings, int JudgedInPassing)
{
    private const string NoSource = "none named";

    public RequirementResult Judge(RunStarted run)
    {
        var fingerprint = FindingFingerprint.Of(Findings.Select(found => found.Finding));
        var judged = Verdicts(run.Target.Strict).Worst();
        var waiver = WaiverFolding.Use(run, Requirement.Id, judged, [fingerprint, FirstFingerprint]);
        var verdict = waiver?.State is WaiverState.Applied ? Excused : judged;
        return new RequirementResult
        {
            Id = Requirement.Id,
            Endpoint = Requirement.Endpoint,
            Level = Requirement.Level,
            Basis = Requirement.Basis.Code(),
            Statement = Requirement.Statement,
            Source = Requirement.Source ?? NoSource,
            Verdict = verdict,
            Reason = verdict is Verdict.Waived && waiver is not null ? WaiverFolding.Reason(waiver.Waiver) : ReasonFor(verdict),
            Scenarios = [.. Scenarios.Select(scenario => scenario.Scenario)],
            JudgedInPassing = JudgedInPassing,
            Findings = [.. Findings.Select(found => found.Finding)],
            Observations = [.. Scenarios.SelectMany(scenario => scenario.Observations)],
            Fingerprint = fingerprint,
            Waiver = waiver,
        };
    }

    /// <summary>As earlier versions of the suite wrote it.</summary>
    public string? FirstFingerprint =>
        FindingFingerprint.First(Findings.Select(found => (found.CountsOnItsOwn ? null : found.Scenario.Scenario, found.Finding)));

    // A waiver excuses what was proven. It says nothing of scenarios that proved nothing.
    private Verdict Excused => Scenarios
        .Select(scenario => scenario.Verdict)
        .Where(verdict => verdict is Verdict.Inconclusive or Verdict.Error)
        .Append(Verdict.Waived)
        .Worst();

    private IEnumerable<Verdict> Verdicts(bool strict)
    {
        foreach (var scenario in Scenarios)
            yield return scenario.Verdict;

        foreach (var found in Findings.Where(found => found.CountsOnItsOwn))
            yield return found.Finding.Verdict;

        // An exchange check that found nothing is a verdict only where no scenario was asked: it must not turn a
        // scenario that was switched off into a pass. No ambiguity makes a row observed, or keeps it from being so.
        if (Scenarios.Count == 0 && Findings.Count == 0)
            yield return Requirement.SeverityIn(strict, strictAmbiguities: []) == Severity.Observe ? Verdict.Observed : Verdict.Pass;
    }

    private string? ReasonFor(Verdict verdict)
    {
        var reasons = Scenarios
            .Where(scenario => scenario.Verdict == verdict)
            .Select(scenario => scenario.Reason)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return reasons.Count > 0 ? string.Join("; ", reasons) : null;
    }
}
