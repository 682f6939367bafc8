using System.Collections.Frozen;
using System.Globalization;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Formats;
using Conformance.Reports.Gating;
using Conformance.Reports.Register.Submissions;

namespace Conformance.Reports.Register.Entries;

/// <summary>A run as a register keeps it: without scenarios and exchanges, which its certificate has, since they are long.</summary>
public sealed class EnteredRun
{
    private const int DigitsOfContent = 16;

    private readonly FrozenDictionary<string, RequirementResult> results;

    // The digest is that of the bundle, or of a record that came without one.
    internal EnteredRun(JudgedRun whole, Proof proof, Submission? submission, bool hasBundle, string digest)
    {
        (Proof, Submission, HasBundle) = (proof, submission, hasBundle);
        // What a bundle contradicts is no verdict.
        var record = Slim(whole.Record);
        Run = whole with { Record = proof.State is ProofState.NotVerified ? record with { Requirements = [] } : record };
        Name = submission?.Name ?? whole.Record.Target.Name;
        Source = $"{whole.Record.Target.Dialect}/{Name}/{RunIds.Of(whole.Record)}";
        var began = whole.Record.StartedAt.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        // All that its certificate follows from: two copies of a run never have one file.
        var content = ContentId.Hex(digest, whole.Profile.Reference, $"{proof.State}", proof.Reason, Source);
        Id = $"{PlainName.Of(Name)}-{began}-{content[..DigitsOfContent]}";
        results = Run.Record.Requirements.GroupBy(result => result.Id, StringComparer.Ordinal).ToFrozenDictionary(
            same => same.Key, same => same.MaxBy(result => result.Verdict)!, StringComparer.Ordinal);
    }

    /// <summary>The name of the implementation: that of the submission, else that of the target.</summary>
    public string Name { get; }

    /// <summary>What tells it from all other runs, and from other copies of this one, as files can have it.</summary>
    public string Id { get; }

    /// <summary>The implementation, the start and the seed; a run that was given twice has it twice.</summary>
    public string Source { get; }

    /// <summary>What it came to. Its record has neither scenarios nor exchanges.</summary>
    public JudgedRun Run { get; }

    public Proof Proof { get; }

    /// <summary>What the vendor says of it; null for a run that nobody submitted.</summary>
    public Submission? Submission { get; }

    /// <summary>Whether readers get the bundle, too.</summary>
    public bool HasBundle { get; }

    public RunRecord Record => Run.Record;

    /// <summary>The badge of the run.</summary>
    public required IReadOnlyList<ReportFile> Badge { get; init; }

    /// <summary>How many requirements of the profile are met.</summary>
    public int Met => Run.Gate.Lines.Count(line => line.IsMet);

    /// <summary>What the run says of a requirement; null for nothing.</summary>
    public RequirementResult? Find(string requirement) => results.GetValueOrDefault(requirement);

    /// <summary>Why the verdict on a requirement is what it is; empty for a pass.</summary>
    public static string Why(RequirementResult result) => result.Verdict is Verdict.Pass
        ? ""
        : result.Findings.FirstOrDefault(finding => finding.Verdict == result.Verdict)?.Mismatch.ToString() ?? result.Reason ?? "";

    private static RunRecord Slim(RunRecord record) => record with
    {
        Scenarios = [],
        LeftOut = [],
        Preflight = record.Preflight is { } preflight ? preflight with { Exchanges = [] } : null,
        Closing = null,
    };
}
