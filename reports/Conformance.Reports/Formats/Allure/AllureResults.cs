using Conformance.Record.Exchanges;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Cases;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Allure;

/// <summary>The results of one run.</summary>
internal sealed class AllureResults(JudgedRun run, string runId)
{
    private readonly ExchangeLookup exchanges = new(run.Record);

    /// <summary>The result of a case, its UUID, and the files that it attaches, which are known only after it.</summary>
    public (string Id, object Result, AllureAttachments Attachments) Of(ReportCase reported)
    {
        var id = ContentId.Uuid("result", runId, reported.FullName);
        var attachments = new AllureAttachments(id);
        var steps = (reported.Scenario?.Judgements ?? []).Select(judgement => Step(judgement, attachments)).ToList();
        return (id, Result(reported, id, steps, Others(reported).SelectMany(attachments.Of).ToList()), attachments);
    }

    private object Result(ReportCase reported, string id, IReadOnlyList<object> steps, IReadOnlyList<object> attachments)
    {
        var start = Moments.StartOf(reported.Scenario, run.Record).ToUnixTimeMilliseconds();
        return new
        {
            uuid = id,
            historyId = ContentId.Hex(run.Record.Target.Dialect, run.Record.Target.Name, reported.FullName),
            testCaseId = ContentId.Hex(run.Record.Target.Dialect, reported.FullName),
            fullName = OneLine.Of($"{run.Record.Target.Dialect}.{reported.FullName}"),
            name = OneLine.Of(reported.Name.Replace('_', ' ')),
            titlePath = new[] { run.Record.Target.Dialect, OneLine.Of(run.Record.Target.Name), reported.Group },
            description = reported.Requirement?.Statement,
            status = AllureReport.Status(reported.Verdict),
            statusDetails = Details(reported),
            stage = "finished",
            start,
            stop = start + (long)Math.Round(reported.Scenario?.Milliseconds ?? 0),
            labels = AllureLabels.Of(run, reported),
            links = Links(reported.Requirement),
            parameters = new[] { new { name = "target", value = OneLine.Of(run.Record.Target.Name) } },
            steps,
            attachments,
        };
    }

    private object? Details(ReportCase reported)
    {
        var observations = CaseText.Observations(reported);
        if (reported.Verdict is Verdict.Pass or Verdict.Observed)
            return observations.Length == 0 ? null : new { message = observations };

        return new
        {
            message = CaseText.Headline(reported),
            trace = CaseText.Details(reported, exchanges),
            known = reported.Verdict is Verdict.Waived ? true : (bool?)null,
        };
    }

    // Nobody but the operator knows where a requirement stands on the web; where a violation is mended, the waiver says.
    private static IEnumerable<object> Links(RequirementResult? requirement) => requirement?.Waiver is { Waiver: var waiver }
        ? [new { name = OneLine.Of($"waiver of {requirement.Id}"), url = waiver.Link, type = "issue" }]
        : [];

    private object Step(Judgement judgement, AllureAttachments attachments)
    {
        var exchange = exchanges.Find(judgement.Exchange);
        var start = (exchange?.StartedAt ?? run.Record.StartedAt).ToUnixTimeMilliseconds();
        var stop = start + (long)Math.Round(exchange?.Milliseconds ?? 0);
        return new
        {
            name = JudgementText.Of(judgement, exchanges),
            status = StatusOf(judgement),
            stage = "finished",
            start,
            stop,
            steps = judgement.Expectations.Select(expectation => new
            {
                name = JudgementText.Of(expectation),
                status = expectation.Holds ? "passed" : Broken(judgement.Kind),
                stage = "finished",
                start,
                stop,
            }),
            attachments = attachments.Of(exchange),
        };
    }

    private static string StatusOf(Judgement judgement) =>
        judgement.Expectations.All(expectation => expectation.Holds) ? "passed" : Broken(judgement.Kind);

    private static string Broken(JudgementKind kind) => kind is JudgementKind.Promise ? "failed" : "broken";

    // What no step shows: exchanges that nothing was promised of, and those of findings made in passing.
    private IEnumerable<Exchange> Others(ReportCase reported) =>
        reported.Scenario?.Exchanges ?? reported.Findings.Select(finding => exchanges.Find(finding.Exchange)).OfType<Exchange>();
}
