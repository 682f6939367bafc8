using System.Globalization;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Cases;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Earl;

/// <summary>What one run asserts: who judged what of whom.</summary>
internal sealed class EarlGraph(JudgedRun run, int index)
{
    private readonly RunRecord record = run.Record;
    private readonly ExchangeLookup exchanges = new(run.Record);
    private readonly string runId = $"{index.ToString(CultureInfo.InvariantCulture)}/{RunIds.Of(run.Record)}";

    private string Suite => Urn("suite", record.SuiteVersion, record.SuiteDigest ?? "");

    private string Subject => Urn("subject", runId);

    public IEnumerable<object> Nodes() =>
        [
            Node(Suite, "Software", ("title", "Conformance"), ("version", record.SuiteVersion), ("identifier", record.SuiteDigest)),
            Node(
                Subject,
                "TestSubject",
                ("title", OneLine.Of(record.Target.Name)),
                ("identifier", $"{record.Target.BaseUrl}{record.Target.PathPrefix}"),
                ("version", record.Target.Edition)),
            .. record.Requirements.Select(Judged),
            .. run.Gate.Lines.Where(line => line.Verdict is null).Select(Unjudged),
        ];

    private Dictionary<string, object> Judged(RequirementResult requirement) => Assertion(
        requirement.Id,
        Node(
            Urn("requirement", record.Target.Dialect, requirement.Id),
            "TestRequirement",
            ("identifier", requirement.Id),
            ("title", requirement.Endpoint),
            ("description", $"{requirement.Level}: {requirement.Statement}"),
            ("source", requirement.Source)),
        requirement.Verdict,
        Info(requirement));

    private Dictionary<string, object> Unjudged(GateLine line) => Assertion(
        line.Requirement,
        Node(Urn("requirement", record.Target.Dialect, line.Requirement), "TestRequirement", ("identifier", line.Requirement)),
        verdict: null,
        OneLine.Of(line.Why));

    private Dictionary<string, object> Assertion(string id, object requirement, Verdict? verdict, string info) => Node(
        Urn("assertion", runId, id),
        "Assertion",
        ("assertedBy", Suite),
        ("subject", Subject),
        ("mode", "earl:automatic"),
        ("test", requirement),
        ("result", Node(
            Urn("result", runId, id),
            "TestResult",
            ("outcome", EarlReport.Outcome(verdict)),
            ("info", info),
            ("date", Moments.Iso(Moments.EndOf(record))))));

    private string Info(RequirementResult requirement) => string.Join('\n',
        [
            requirement.Reason is { } reason ? OneLine.Of($"{requirement.Verdict.Name()}: {reason}") : requirement.Verdict.Name(),
            .. requirement.Findings.Select(finding => CaseText.Line(finding, exchanges)).Distinct(),
            .. requirement.Observations.Select(seen => OneLine.Of($"{seen.Name}: {seen.Value}")),
        ]);

    private static Dictionary<string, object> Node(string id, string type, params IEnumerable<(string Name, object? Value)> members)
    {
        var node = new Dictionary<string, object> { ["@id"] = id, ["@type"] = type };
        foreach (var (name, value) in members.Where(member => member.Value is not null))
            node[name] = value!;

        return node;
    }

    private static string Urn(params IEnumerable<string> parts) => $"urn:uuid:{ContentId.Uuid(["earl", .. parts])}";
}
