using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Reports.Merging;
using Conformance.Reports.Text;
using Conformance.Schemas.Contracts;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Waiving;

/// <summary>A violation in a run, as a waiver names it.</summary>
/// <param name="Requirement">Id of the requirement.</param>
/// <param name="Fingerprint">The fingerprint of the violation.</param>
/// <param name="Shown">What was found, in one line.</param>
internal sealed record WaivableViolation(string Requirement, string Fingerprint, string Shown)
{
    /// <summary>The violation of a requirement that a run has found.</summary>
    /// <exception cref="BadUsageException">There is none to excuse; the message says what to do.</exception>
    public static WaivableViolation Of(NamedRun run, string id)
    {
        var known = KnownContracts.All.Catalogue;
        if (!known.TryFind(id.ToUpperInvariant(), out var requirement))
            throw new BadUsageException($"there is no requirement '{id}'; the nearest are {string.Join(", ", known.Nearest(id))}.");

        if (run.Record.EndedAt is null)
        {
            throw new BadUsageException(
                $"{run.File} is of a run that did not come to its end, which may not have found all: run again, and name that record.");
        }

        if (run.Record.Shard is { } shard)
        {
            throw new BadUsageException(
                $"{run.File} is of shard {shard} alone, which may not have found all: merge all shards, and name that record.");
        }

        return run.Record.Requirements.FirstOrDefault(row => row.Id == requirement.Id) is { } result
            ? Of(run, result)
            : throw new BadUsageException(
                $"{run.File} has nothing on {requirement.Id}: name the record of a run that has judged it.");
    }

    private static WaivableViolation Of(NamedRun run, RequirementResult result) => result switch
    {
        { Waiver.State: WaiverState.Applied } =>
            throw new BadUsageException($"{result.Id} is waived in {run.File} already: change its waiver in the target file."),
        { Verdict: Verdict.Inconclusive or Verdict.Error } => throw new BadUsageException(
            $"{result.Id} is {result.Verdict.Name()} in {run.File}, and a waiver excuses what was proven only: "
            + $"{OneLine.Of(result.Reason ?? "no reason recorded").TrimEnd('.')}."),
        { Fingerprint: { } fingerprint, Verdict: Verdict.Fail or Verdict.Warning } =>
            new(result.Id, fingerprint, Worst(result)),
        _ => throw new BadUsageException(
            $"{result.Id} is {result.Verdict.Name()} in {run.File}, so that there is nothing to excuse: name a requirement that fails."),
    };

    private static string Worst(RequirementResult result) =>
        OneLine.Of(result.Findings.First(finding => finding.Verdict == result.Verdict).Mismatch.ToString());
}
