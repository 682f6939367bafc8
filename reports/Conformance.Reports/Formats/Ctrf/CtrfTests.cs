using Conformance.Record.Runs;
using Conformance.Record.Text;
using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Cases;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Ctrf;

/// <summary>The tests of one run.</summary>
internal sealed class CtrfTests(JudgedRun run, int index)
{
    private readonly ExchangeLookup exchanges = new(run.Record);

    public IEnumerable<CtrfTest> All() => ReportCases.Of(run).Select(Of);

    private CtrfTest Of(ReportCase reported)
    {
        var start = Moments.StartOf(reported.Scenario, run.Record).ToUnixTimeMilliseconds();
        var duration = (long)Math.Round(reported.Scenario?.Milliseconds ?? 0);
        var isQuiet = reported.Verdict is Verdict.Pass or Verdict.Observed;
        var observations = CaseText.Observations(reported);
        return new CtrfTest(
            ContentId.Hex(run.Record.Target.Dialect, reported.FullName),
            ContentId.Uuid("ctrf", Digits.Of(index), RunIds.Of(run.Record), reported.FullName),
            OneLine.Of(reported.Name),
            CtrfReport.Status(reported.Verdict),
            reported.Verdict.Name(),
            duration,
            start,
            start + duration,
            [OneLine.Of(run.Record.Target.Name), reported.Group],
            isQuiet ? null : CaseText.Headline(reported),
            isQuiet ? null : CaseText.Details(reported, exchanges),
            observations.Length == 0 ? null : observations.Split('\n'),
            reported.Requirement is { } requirement ? Labels(requirement) : null,
            reported.Scenario is { Judgements.Count: > 0 } scenario ? [.. scenario.Judgements.Select(Step)] : null);
    }

    private CtrfStep Step(Judgement judgement) =>
        new(JudgementText.Of(judgement, exchanges), judgement.Expectations.All(expectation => expectation.Holds) ? "passed" : "failed");

    private Dictionary<string, string> Labels(RequirementResult requirement) => new()
    {
        ["dialect"] = run.Record.Target.Dialect,
        ["endpoint"] = requirement.Endpoint,
        ["requirement"] = requirement.Id,
        ["level"] = requirement.Level,
    };
}
