using System.Text.Json.Serialization;
using Conformance.Record.Exchanges;
using Conformance.Record.Targets;
using Conformance.Record.Verdicts;

namespace Conformance.Record.Journal;

/// <summary>One line of a journal. A journal begins with <see cref="RunStarted"/> and its plan, and is flushed line by line.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(RunStarted), "runStarted")]
[JsonDerivedType(typeof(PreflightFinished), "preflight")]
[JsonDerivedType(typeof(ScenarioPlanned), "planned")]
[JsonDerivedType(typeof(ScenarioFinished), "finished")]
[JsonDerivedType(typeof(ClosingFinished), "closing")]
[JsonDerivedType(typeof(SecretsReplaced), "secretsReplaced")]
[JsonDerivedType(typeof(RunEnded), "runEnded")]
public abstract record JournalEntry;

/// <summary>The first line: who is tested, by what.</summary>
/// <param name="Target">The server under test.</param>
/// <param name="SuiteVersion">Version of this suite.</param>
/// <param name="Seed">Seed of all test data; the same seed repeats the run.</param>
/// <param name="StartedAt">Time of the start.</param>
public sealed record RunStarted(TargetDescription Target, string SuiteVersion, int Seed, DateTimeOffset StartedAt) : JournalEntry
{
    /// <summary>What exactly judged: <c>sha256:</c> and the digest of the suite's own assemblies; null if nobody took it.</summary>
    public string? SuiteDigest { get; init; }

    /// <summary>Digest of what it was to judge, by what, and at whom; null in journals of earlier versions.</summary>
    public string? PlanDigest { get; init; }

    /// <summary>The name that whoever started the run gave it, in <c>CONFORMANCE_RUN_ID</c>; null for none.</summary>
    public string? RunId { get; init; }

    /// <summary>Which part of the scenarios the run was to judge; null for a run of the whole suite.</summary>
    public Shard? Shard { get; init; }

    /// <summary>
    /// Scenarios of the suite that the run was told to leave out, each case of them, in the order of the catalogue; without their cases in
    /// journals of earlier versions.
    /// </summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];
}

/// <summary>What was found out before the first scenario: whether the server answers and the accounts can log in.</summary>
/// <param name="Problem">Why the target cannot be tested; null if it can.</param>
public sealed record PreflightFinished(string? Problem = null) : JournalEntry
{
    /// <summary>What the server has of what it may leave out, in the order of their names.</summary>
    public IReadOnlyList<CapabilityState> Capabilities { get; init; } = [];

    /// <summary>
    /// Where the target file says otherwise than the server, in sentences that say what to change. Any of them makes the run red.
    /// </summary>
    public IReadOnlyList<string> Discrepancies { get; init; } = [];

    /// <summary>Sessions that the preflight opened and whose logout did not answer 200.</summary>
    public IReadOnlyList<string> LeftOpen { get; init; } = [];

    public int Logins { get; init; }

    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];
}

/// <summary>
/// A scenario that was selected for this target. Without a matching <see cref="ScenarioFinished"/> it counts as an error.
/// </summary>
public sealed record ScenarioPlanned(string Scenario, string Requirement) : JournalEntry;

/// <summary>A scenario with its verdict and all its evidence.</summary>
public sealed record ScenarioFinished(string Scenario, string Requirement, Verdict Verdict) : JournalEntry
{
    /// <summary>Why there is no pass or fail: the control that failed, the capability that lacks.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public IReadOnlyList<Observation> Observations { get; init; } = [];

    /// <summary>Every promise and control of the scenario, in the order in which they were looked at.</summary>
    public IReadOnlyList<Judgement> Judgements { get; init; } = [];

    /// <summary>How many exchanges each requirement's exchange check judged in passing, by requirement id.</summary>
    public IReadOnlyDictionary<string, int> JudgedInPassing { get; init; } = new Dictionary<string, int>();

    /// <summary>The capability that the server lacks for it; null if it ended for another reason.</summary>
    public string? Lacks { get; init; }

    /// <summary>Number of the exchange at which a control failed; null if none did, or no single exchange shows it.</summary>
    public int? FailedControl { get; init; }

    /// <summary>Number of the first exchange from which on no other scenario was at the server; null if one was until the end.</summary>
    public int? AloneFrom { get; init; }

    /// <summary>Sessions that the scenario opened and could not prove closed.</summary>
    public IReadOnlyList<string> LeftOpen { get; init; } = [];

    public int Logins { get; init; }

    /// <summary>Wall time of the scenario, in milliseconds.</summary>
    public double Milliseconds { get; init; }

    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];
}

/// <summary>
/// The end of the sessions that scenarios had handed on, when no scenario needed one any more. Absent where there were none.
/// </summary>
public sealed record ClosingFinished : JournalEntry
{
    /// <summary>Sessions that could not be proven closed.</summary>
    public IReadOnlyList<string> LeftOpen { get; init; } = [];

    public IReadOnlyList<Exchange> Exchanges { get; init; } = [];
}

/// <summary>Secrets that the journal gave away, and that were replaced in it at the end of the run.</summary>
/// <param name="Sentences">Which, and what that means.</param>
public sealed record SecretsReplaced(IReadOnlyList<string> Sentences) : JournalEntry;

/// <summary>The last line of a run that came to its end.</summary>
public sealed record RunEnded(DateTimeOffset EndedAt) : JournalEntry;
