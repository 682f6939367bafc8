using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Folding;
using Conformance.Schemas.Contracts;

namespace Conformance.SelfTests.Reports;

/// <summary>A run whose server says one text wherever a server has the word.</summary>
internal static class PoisonedRun
{
    /// <summary>The record, folded from its journal, so that it does not contradict itself.</summary>
    public static RunRecord Of(RunRecord record, string text) => RunFolder.Fold(JournalOf(record, text), KnownContracts.Matrix.Catalogue);

    /// <summary>Its journal.</summary>
    public static IReadOnlyList<JournalEntry> JournalOf(RunRecord record, string text) =>
        [
            Journals.Started with { Target = record.Target with { Edition = text } },
            .. record.Preflight is { } preflight ? [Poisoned(preflight, text)] : Array.Empty<JournalEntry>(),
            .. record.Scenarios.Select(scenario => Poisoned(scenario, text)),
            Journals.Ended,
        ];

    private static PreflightFinished Poisoned(PreflightFinished preflight, string text) => preflight with
    {
        Problem = text,
        Capabilities = [.. preflight.Capabilities.Select(capability => capability with { Sighting = text })],
        Discrepancies = [text],
        LeftOpen = [text],
    };

    private static ScenarioFinished Poisoned(ScenarioFinished scenario, string text) => scenario with
    {
        Reason = scenario.Reason is null ? null : text,
        LeftOpen = [text],
        Observations = [new Observation(text, text)],
        Findings = [.. scenario.Findings.Select(finding => finding with { Mismatch = Poisoned(finding.Mismatch, text), Softened = text })],
        Exchanges = [.. scenario.Exchanges.Select(exchange => Poisoned(exchange, text))],
    };

    private static Mismatch Poisoned(Mismatch mismatch, string text) =>
        mismatch with { Subject = text, Actual = text, Pointer = $"/{text}" };

    private static Exchange Poisoned(Exchange exchange, string text) => exchange with
    {
        Request = exchange.Request with { Url = $"https://hs.example/devices/{text}", Body = text },
        Response = exchange.Response is null ? null : new RecordedResponse(200, [new Header("Server", text), new Header(text, "1")], text),
        Failure = exchange.Failure is null ? null : text,
    };
}
