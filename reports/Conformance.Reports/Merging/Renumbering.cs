using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Runs;

namespace Conformance.Reports.Merging;

/// <summary>
/// Gives the exchanges and the labels of secrets of several shards numbers of their own: each shard counts from 1, and
/// two tokens must not come to bear one name.
/// </summary>
internal static partial class Renumbering
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
        record.Scenarios.SelectMany(scenario => scenario.Exchanges).Concat(record.Preflight?.Exchanges ?? []);

    private static int LastLabel(RunRecord record) =>
        Label().Matches(JsonSerializer.Serialize(record, JournalFormat.Line)).Select(label => Number(label)).DefaultIfEmpty().Max();

    private static RunRecord Relabelled(RunRecord record, int by) => by == 0
        ? record
        : JsonSerializer.Deserialize<RunRecord>(
            Label().Replace(JsonSerializer.Serialize(record, JournalFormat.Line), label => Shifted(label, by)), JournalFormat.Line)!;

    private static string Shifted(Match label, int by) =>
        string.Create(CultureInfo.InvariantCulture, $"{label.Groups["kind"].Value}{Number(label) + by}{label.Groups["end"].Value}");

    private static int Number(Match label) => int.Parse(label.Groups["number"].Value, CultureInfo.InvariantCulture);

    private static RunRecord Shifted(RunRecord record, int by) => by == 0 ? record : record with
    {
        Preflight = record.Preflight is { } preflight ? preflight with { Exchanges = Shifted(preflight.Exchanges, by) } : null,
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

    // As it is and percent-encoded; the digits are few enough for a number, whatever a server may write that looks alike.
    [GeneratedRegex("(?<kind><[a-z-]+#|%3C[a-z-]+%23)(?<number>[0-9]{1,6})(?<end>>|%3E)", RegexOptions.IgnoreCase)]
    private static partial Regex Label();
}
