using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Formats.Cases;

/// <summary>What a case says to people, as plain text in which nothing that a server chose can do harm.</summary>
internal static class CaseText
{
    /// <summary>One line: the verdict, and the first finding or the reason.</summary>
    public static string Headline(ReportCase reported)
    {
        var why = reported.Reason ?? reported.Findings.Select(finding => finding.Mismatch.ToString()).FirstOrDefault();
        return OneLine.Of($"{reported.Verdict.Name()}: {why ?? "no reason recorded"}");
    }

    /// <summary>All that is known: the promise, the reason and its details, one line for each finding.</summary>
    public static string Details(ReportCase reported, ExchangeLookup exchanges) => string.Join('\n', Lines(reported, exchanges));

    /// <summary>What the contract leaves open, as this server does it; empty if it does nothing of the kind.</summary>
    public static string Observations(ReportCase reported) => string.Join('\n', (reported.Scenario?.Observations ?? [])
        .Select(observation => OneLine.Of($"observed: {observation.Name}: {observation.Value}")));

    /// <summary>A finding on one line, with the exchange that shows it.</summary>
    public static string Line(Finding finding, ExchangeLookup exchanges)
    {
        string?[] parts =
        [
            $"{finding.Verdict.Name()}: {OneLine.Of(finding.Mismatch.ToString())}",
            finding.Exchange is { } number ? exchanges.InWords(number) : finding.Endpoint is { } endpoint ? $"at {endpoint}" : null,
            finding.Check is { } check ? $"found in passing by {check}" : null,
            finding.Softened is { } softened ? $"softened: {softened}" : null,
        ];
        return OneLine.Of(string.Join("; ", parts.OfType<string>()), int.MaxValue);
    }

    private static IEnumerable<string> Lines(ReportCase reported, ExchangeLookup exchanges) =>
        [
            .. reported.Requirement is { } requirement ? [Promise(requirement)] : Array.Empty<string>(),
            .. reported.Reason is { } reason ? [$"reason: {OneLine.Of(reason)}"] : Array.Empty<string>(),
            .. reported.Details.Select(detail => OneLine.Of(detail)),
            .. reported.Findings.Select(finding => Line(finding, exchanges)),
            .. reported.Requirement?.Fingerprint is { } fingerprint && reported.Findings.Count > 0
                ? [$"fingerprint: {fingerprint}"]
                : Array.Empty<string>(),
        ];

    private static string Promise(RequirementResult requirement) => OneLine.Of(
        $"{requirement.Id} ({requirement.Level}): {requirement.Statement} [{requirement.Source}; {BasisNames.InWords(requirement.Basis)}]");
}
