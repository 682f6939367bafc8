using System.Text.Json.Serialization;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Targets;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;

namespace Conformance.Record.Runs;

/// <summary>
/// What one run found out about one target. Every report is a pure function of it.
/// Its JSON form is described by <c>run-record.schema.json</c> beside this file.
/// </summary>
public sealed record RunRecord
{
    /// <summary>Characters that a <see cref="RunId"/> has at most.</summary>
    public const int LongestRunId = 200;

    /// <summary>Version of the form of this record.</summary>
    public int FormatVersion { get; init; } = 1;

    public required TargetDescription Target { get; init; }

    public required string SuiteVersion { get; init; }

    /// <summary>What exactly judged: <c>sha256:</c> and the digest of the suite's own assemblies; null if nobody took it.</summary>
    public string? SuiteDigest { get; init; }

    /// <summary>Digest of what it was to judge, by what, and at whom; null in records of earlier versions.</summary>
    public string? PlanDigest { get; init; }

    /// <summary>The name that whoever started the run gave it, in <c>CONFORMANCE_RUN_ID</c>; null for none.</summary>
    public string? RunId { get; init; }

    /// <summary>Which part of the scenarios it was to judge; null for a run of the whole suite, and where shards were merged.</summary>
    public Shard? Shard { get; init; }

    public required int Seed { get; init; }

    /// <summary>
    /// Scenarios of the suite that the run was told to leave out, each case of them: their requirements are judged in part or not at all.
    /// </summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null if the run was killed before its end.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    public required Totals Totals { get; init; }

    /// <summary>What was found out before the first scenario; null if the run was killed before.</summary>
    public PreflightFinished? Preflight { get; init; }

    /// <summary>How the sessions ended that scenarios had handed on; null if there were none.</summary>
    public ClosingFinished? Closing { get; init; }

    /// <summary>What was asked beside the scenarios: before the first of them, and after the last.</summary>
    [JsonIgnore]
    public IEnumerable<Exchange> ExchangesBesideScenarios => (Preflight?.Exchanges ?? []).Concat(Closing?.Exchanges ?? []);

    /// <summary>Secrets that the run has recorded and that were replaced at its end, in sentences; null if there were none.</summary>
    public IReadOnlyList<string>? SecretsReplaced { get; init; }

    /// <summary>One entry for each requirement of the dialect that was judged, in the order of the catalogue.</summary>
    public required IReadOnlyList<RequirementResult> Requirements { get; init; }

    /// <summary>Every planned scenario, in the order of its name, with its evidence.</summary>
    public required IReadOnlyList<ScenarioFinished> Scenarios { get; init; }
}

/// <summary>The verdict on one requirement.</summary>
public sealed record RequirementResult
{
    public required string Id { get; init; }

    /// <summary>The endpoint or topic, for grouping.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The obligation, in the contract's own word.</summary>
    public required string Level { get; init; }

    /// <summary>
    /// What it rests on: <c>documented</c>, <c>client</c>, <c>seenLive</c> or
    /// <c>inferred</c>; null in records of earlier versions.
    /// </summary>
    public string? Basis { get; init; }

    public required string Statement { get; init; }

    public required string Source { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Why, where the verdict is neither pass nor fail.</summary>
    public string? Reason { get; init; }

    /// <summary>Names of the scenarios that judged it; empty if exchange checks alone did.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>Number of exchanges that were judged in passing.</summary>
    public int JudgedInPassing { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }

    public required IReadOnlyList<Observation> Observations { get; init; }

    /// <summary>The <see cref="FindingFingerprint"/> of its violation, which a waiver has to name; null if it is not violated.</summary>
    public string? Fingerprint { get; init; }

    /// <summary>The target file's waiver for it, and what became of it; null if there is none.</summary>
    public WaiverUse? Waiver { get; init; }
}

/// <summary>Counts over the whole run.</summary>
public sealed record Totals
{
    public required int Scenarios { get; init; }

    public required int Requests { get; init; }

    public required int Logins { get; init; }

    /// <summary>Wall time from the first to the last entry, in milliseconds.</summary>
    public required double Milliseconds { get; init; }

    /// <summary>Number of requirements by verdict.</summary>
    public required IReadOnlyDictionary<Verdict, int> Verdicts { get; init; }
}
