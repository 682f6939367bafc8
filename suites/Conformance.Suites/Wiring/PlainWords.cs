using System.Collections.Concurrent;
using System.Text.Json;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Secrets;
using Conformance.Record.Verdicts;
using Conformance.Reports.Folding;
using Conformance.Reports.Formats;
using Conformance.Reports.Gating;
using Conformance.Schemas.Contracts;

namespace Conformance.Suites.Wiring;

/// <summary>
/// Secrets that reports hold whatever a server says, because they are words that reports are made of, such as "status". Nobody could keep
/// them, and a report without them would say nothing. Thread-safe.
/// </summary>
/// <param name="target">Whose secrets they are.</param>
internal sealed class PlainWords(TargetRun target)
{
    private static readonly Mismatch NoMismatch = new("status", "", "") { Pointer = "", Keyword = "" };

    private static readonly Exchange Nothing = new()
    {
        Number = 1,
        Endpoint = "GET /",
        StartedAt = DateTimeOffset.UnixEpoch,
        Milliseconds = 0,
        Request = new RecordedRequest("GET", "http://127.0.0.1/", [new Header("Content-Type", "application/json")], "{}"),
        Response = new RecordedResponse(200, [new Header("Content-Type", "application/json")], "{}")
        {
            CutFrom = 1,
            HeadersCutFrom = 1,
            HttpVersion = "2",
        },
        Failure = "",
    };

    private readonly ConcurrentDictionary<Secret, byte> met = [];

    /// <summary>What is to be said of those that were met.</summary>
    public IEnumerable<string> Sentences => met.Keys
        .OrderBy(secret => secret.Label, StringComparer.Ordinal)
        .Select(secret =>
            $"{target.Settings.Name}: {secret} ({secret.Shape}) is a word that reports consist of whatever a server says, so that "
            + "nobody can keep it secret: have the server issue tokens, and its operator choose passwords, that cannot be guessed");

    /// <summary>Those that the files of a format hold even of a run in which nothing was said.</summary>
    public IReadOnlySet<Secret> In(Func<JudgedRun, IEnumerable<ReportFile>> make)
    {
        var blank = JudgedRun.Of(RunFolder.Fold(Blank(), target.Catalogue), contracts: new ContractSet(target.Settings.Contract));
        return Met(make(blank).SelectMany(file => target.Vault.Leaks(file.Text)));
    }

    /// <summary>Those that a journal holds in which nothing was said.</summary>
    public IReadOnlySet<Secret> InJournal() =>
        Met(Blank().SelectMany(entry => target.Vault.Leaks(JsonSerializer.Serialize(entry, JournalFormat.Written))));

    private HashSet<Secret> Met(IEnumerable<Secret> found)
    {
        HashSet<Secret> words = [.. found];
        foreach (var word in words)
            met[word] = 0;

        return words;
    }

    private List<JournalEntry> Blank() => [.. target.Journal.Read().Select(Blank).OfType<JournalEntry>()];

    private static JournalEntry? Blank(JournalEntry entry) => entry switch
    {
        // Its names and addresses are the operator's.
        RunStarted started => started with
        {
            Target = started.Target with
            {
                Name = "target",
                BaseUrl = "http://127.0.0.1",
                FurtherBaseUrls = [],
                Proxy = null,
                File = null,
                Waivers = [],
                Deviations = [.. started.Target.Deviations.Where(deviation => deviation.Key != "clientCertificateFile")],
            },
            RunId = null,
        },
        PreflightFinished => new PreflightFinished { Exchanges = [Nothing] },
        ClosingFinished => new ClosingFinished { Exchanges = [Nothing] },
        // Every member that a report may write, with nothing in it.
        ScenarioFinished finished => new ScenarioFinished(finished.Scenario, finished.Requirement, finished.Verdict)
        {
            Exchanges = [Nothing],
            Findings = [new Finding(finished.Requirement, Verdict.Observed, NoMismatch, Nothing.Number) { Softened = "" }],
            Observations = [new Observation("", "")],
            Judgements = [new Judgement(Nothing.Number, JudgementKind.Promise, [new Expectation(Aspect.Status, [""], Holds: true)])],
            Reason = "",
        },
        SecretsReplaced => null,
        _ => entry,
    };
}
