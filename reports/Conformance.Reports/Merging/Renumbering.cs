using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Secrets;

namespace Conformance.Reports.Merging;

/// <summary>
/// Gives the exchanges and the labels of secrets of several shards numbers of their own: each shard counts from 1, and
/// two tokens must not come to bear one name.
/// </summary>
internal static class Renumbering
{
    public static IReadOnlyList<RunRecord> Of(IReadOnlyList<RunRecord> shards)
    {
        var renumbered = new List<RunRecord>();
        var (exchanges, labels) = (0, 0);
        foreach (var shard in shards)
        {
            renumbered.Add(Shifted(Relabelled(shard, labels), exchanges));
            exchanges += ExchangesOf(shard).Select(exchange => exchange.Number).DefaultIfEmpty().Max();
            labels += LastLabel(shard);
        }

        return renumbered;
    }

    private static IEnumerable<Exchange> ExchangesOf(RunRecord record) =>
        record.Scenarios.SelectMany(scenario => scenario.Exchanges).Concat(record.ExchangesBesideScenarios);

    private static int LastLabel(RunRecord record) =>
        LabelsIn(JsonSerializer.Serialize(record, JournalFormat.Line)).Select(Number).DefaultIfEmpty().Max();

    private static RunRecord Relabelled(RunRecord record, int by) => by == 0
        ? record
        : JsonSerializer.Deserialize<RunRecord>(Relabelled(JsonSerializer.Serialize(record, JournalFormat.Line), by), JournalFormat.Line)!;

    private static string Relabelled(string json, int by) =>
        SecretLabel.InUrl.Replace(SecretLabel.InText.Replace(json, label => Shifted(label, by)), label => Shifted(label, by));

    private static IEnumerable<Match> LabelsIn(string json) => SecretLabel.InText.Matches(json).Concat(SecretLabel.InUrl.Matches(json));

    private static string Shifted(Match label, int by)
    {
        var (number, text) = (label.Groups["number"], label.Value);
        var at = number.Index - label.Index;
        return string.Create(CultureInfo.InvariantCulture, $"{text[..at]}{Number(label) + by}{text[(at + number.Length)..]}");
    }

    private static int Number(Match label) => int.Parse(label.Groups["number"].Value, CultureInfo.InvariantCulture);

    private static RunRecord Shifted(RunRecord record, int by) => by == 0 ? record : record with
    {
        Preflight = record.Preflight is { } preflight ? preflight with { Exchanges = Shifted(preflight.Exchanges, by) } : null,
        Closing = record.Closing is { } closing ? closing with { Exchanges = Shifted(closing.Exchanges, by) } : null,
        Scenarios = [.. record.Scenarios.Select(scenario => Shifted(scenario, by))],
    };

    private static ScenarioFinished Shifted(ScenarioFinished scenario, int by) => scenario with
    {
        FailedControl = scenario.FailedControl + by,
        Findings = [.. scenario.Findings.Select(finding => finding with { Exchange = finding.Exchange + by })],
        Judgements = [.. scenario.Judgements.Select(judgement => judgement with { Exchange = judgement.Exchange + by })],
        Exchanges = Shifted(scenario.Exchanges, by),
    };

    private static IReadOnlyList<Exchange> Shifted(IReadOnlyList<Exchange> exchanges, int by) =>
        [.. exchanges.Select(exchange => exchange with { Number = exchange.Number + by })];
}
