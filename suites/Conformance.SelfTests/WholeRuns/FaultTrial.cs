using Conformance.Fixtures.Runs;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Faults;
using Conformance.Reports.Verification;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using FluentAssertions;
using FluentAssertions.Execution;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A whole strict run against a server with some faults, and what of it is not as the faults' declarations say.</summary>
/// <param name="Dialect">The dialect of the server.</param>
/// <param name="Accused">The requirements that are accused, with the finding that shows it, in the order of the catalogue.</param>
/// <param name="Objections">What is wrong with the run; empty for one in which all the faults were found, and nothing else.</param>
internal sealed record FaultTrial(string Dialect, IReadOnlyList<string> Accused, IReadOnlyList<string> Objections)
{
    public static async Task<FaultTrial> Of(params IReadOnlyList<Fault> faults)
    {
        await using var served = await ServedRun.Start(
            KnownServers.OptionsOf(faults[0].Dialect) with { Faults = [.. faults.Select(fault => fault.Name)] }, "broken", strict: true);
        var outcome = await SuiteRunner.Run(served.Run);
        return new FaultTrial(
            served.Record.Target.Dialect,
            [.. AccusedIn(served.Record).Select(row => row.Id)],
            ObjectionsTo(served, outcome.AllText, faults));
    }

    private static string[] ObjectionsTo(ServedRun served, string told, IReadOnlyList<Fault> faults)
    {
        var record = served.Record;
        var broken = faults.SelectMany(fault => fault.Breaks).ToList();
        using var objections = new AssertionScope();
        served.Server.FaultActs.Values.Should().OnlyContain(acts => acts > 0, "a fault that never acts proves nothing");
        AccusedIn(record).Select(row => row.Id).Should().BeEquivalentTo(
            broken, "{0}{1}", string.Join(' ', faults.Select(fault => fault.Sin)), UnexpectedIn(record, broken));
        AccusedIn(record).Where(row => !IsAsGraveAsTheCatalogueSays(row)).Should().BeEmpty();
        record.Requirements.Where(row => row.Verdict == Verdict.Error).Should().BeEmpty();
        told.Should().ContainAll(broken.Select(id => $": {id} ("), "the person who started the run is told");
        LeaksIn(served.Run, told).Should().BeEmpty("no message may show a secret");
        told.Should().NotContain("the value of <", "the end of a run names the files that show a secret");
        Recomputation.Of(record).Contradictions.Should().BeEmpty("an honest record holds when its exchanges are judged again");
        return objections.Discard();
    }

    // With the finding that shows it: a red verdict without evidence would prove nothing.
    private static IEnumerable<RequirementResult> AccusedIn(RunRecord record) =>
        record.Requirements.Where(row => row.Verdict is Verdict.Fail or Verdict.Warning && row.Findings.Count > 0);

    private static string UnexpectedIn(RunRecord record, IReadOnlyList<string> broken) => string.Concat(AccusedIn(record)
        .Where(row => !broken.Contains(row.Id))
        .SelectMany(row => row.Findings.Select(finding =>
            $"\n{row.Id} in {string.Join(" and ", row.Scenarios)}, exchange {finding.Exchange}: {finding.Mismatch} {row.Reason}")));

    // A few recommendations stay warnings in strict mode, and a few outcomes are softened; the catalogue says which, and why.
    private static bool IsAsGraveAsTheCatalogueSays(RequirementResult row) =>
        row.Verdict == Verdict.Fail
        || KnownContracts.All.Catalogue[row.Id].StrictSeverity == Severity.Warn
        || row.Findings.All(finding => finding.Softened is not null);

    private static IEnumerable<string> LeaksIn(ConformanceRun run, string text) =>
        run.Slots.SelectMany(slot => slot.Target!.Vault.Leaks(text)).Select(secret => secret.Label);
}
