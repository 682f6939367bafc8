using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Reports.Formats.Cases;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Sarif;

/// <summary>The results of a run: one for each way in which a requirement is violated, else one for the requirement.</summary>
internal sealed class SarifResults(RunRecord record)
{
    private const string Record = "run.json";

    private readonly ExchangeLookup exchanges = new(record);

    public IEnumerable<object> All() => record.Requirements.SelectMany(Of);

    private IEnumerable<object> Of(RequirementResult requirement, int index)
    {
        var violations = requirement.Findings
            .Where(finding => finding.Verdict is Verdict.Fail or Verdict.Warning)
            .GroupBy(finding => finding with { Exchange = null })
            .Select(same => Violation(requirement, index, same.First(), same.Count()))
            .ToList();
        // A violation elsewhere does not say what became of a scenario that proved nothing.
        return violations.Count > 0 && requirement.Verdict is (Verdict.Fail or Verdict.Warning or Verdict.Waived)
            ? violations
            : violations.Append(Undetailed(requirement, index));
    }

    private object Violation(RequirementResult requirement, int index, Finding finding, int occurrences) => new
    {
        ruleId = requirement.Id,
        ruleIndex = index,
        kind = "fail",
        level = finding.Verdict is Verdict.Fail ? "error" : "warning",
        message = SarifMessage.Of($"{requirement.Id} is violated: {CaseText.Line(finding, exchanges)}."),
        locations = Locations(
            requirement, finding.Endpoint ?? exchanges.Find(finding.Exchange)?.Endpoint ?? requirement.Endpoint),
        occurrenceCount = occurrences,
        partialFingerprints = Fingerprints(requirement, finding),
        suppressions = requirement.Waiver is { } use ? new[] { Suppression(use) } : null,
        webRequest = exchanges.Find(finding.Exchange) is { } asked ? SarifExchange.Request(asked) : null,
        webResponse = exchanges.Find(finding.Exchange) is { } answered ? SarifExchange.Response(answered) : null,
    };

    private object Undetailed(RequirementResult requirement, int index) => new
    {
        ruleId = requirement.Id,
        ruleIndex = index,
        kind = Kind(requirement.Verdict),
        level = requirement.Verdict switch
        {
            Verdict.Fail => "error",
            Verdict.Warning or Verdict.Waived => "warning",
            _ => "none",
        },
        message = SarifMessage.Of(OneLine.Of($"{requirement.Id}: {requirement.Verdict.Name()}{Why(requirement)}.")),
        locations = Locations(requirement, requirement.Endpoint),
        suppressions = requirement.Waiver is { } use ? new[] { Suppression(use) } : null,
    };

    private static string Kind(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "pass",
        Verdict.Fail or Verdict.Warning or Verdict.Waived => "fail",
        Verdict.Observed => "informational",
        Verdict.NotApplicable or Verdict.Disabled => "notApplicable",
        _ => "open",
    };

    private static string Why(RequirementResult requirement)
    {
        string[] told =
        [
            .. requirement.Reason is { } reason ? [reason] : Array.Empty<string>(),
            .. requirement.Observations.Select(seen => $"{seen.Name}: {seen.Value}"),
        ];
        return told.Length == 0 ? "" : $": {string.Join("; ", told)}";
    }

    // A server has no files: the endpoint is the place. Code scanning services refuse what points into no file, so each points at the
    // waiver of its requirement in the target file, else at the name of the target; of an embedded server, at the record.
    private object[] Locations(RequirementResult requirement, string endpoint) =>
    [
        new
        {
            physicalLocation = new
            {
                artifactLocation = new { uri = string.Join('/', (record.Target.File ?? Record).Split('/').Select(Uri.EscapeDataString)) },
                region = new { startLine = LineOf(requirement.Id) ?? LineOf("name") ?? 1 },
            },
            logicalLocations = new[] { new { name = endpoint, fullyQualifiedName = endpoint, kind = "resource" } },
        },
    ];

    private int? LineOf(string name) => record.Target.Places.TryGetValue(name, out var line) ? line : null;

    // The first is what a waiver names; the second tells several violations of one requirement apart.
    private static Dictionary<string, string?> Fingerprints(RequirementResult requirement, Finding finding) => new()
    {
        ["requirementViolation/v2"] = requirement.Fingerprint,
        ["finding/v2"] = FindingFingerprint.Of([finding]),
    };

    private static object Suppression(WaiverUse use) => new
    {
        kind = "external",
        status = use.State is WaiverState.Applied ? "accepted" : "rejected",
        justification = OneLine.Of($"{use.Waiver.Reason} ({use.Waiver.Link})"),
        properties = new
        {
            owner = use.Waiver.Owner,
            expires = use.Waiver.Expires,
            link = use.Waiver.Link,
            fingerprint = use.Waiver.Fingerprint,
            state = use.State.ToString(),
        },
    };
}
