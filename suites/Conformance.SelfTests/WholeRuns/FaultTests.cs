using Conformance.Fixtures.Runs;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Faults;
using Conformance.Reports.Faults;
using Conformance.Reports.Verification;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using Conformance.SelfTests.Reports.Faults;
using Conformance.Tool.Approving;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Every sin that the reference servers can commit is found, for the right reason, and nothing else is accused.</summary>
public sealed class FaultTests
{
    private static IEnumerable<TestCaseData> All => FaultCatalogue.All.Select(CaseOf);

    [TestCaseSource(nameof(All)), Category(GeneratedFiles.FaultProperty)]
    public async Task A_broken_server_is_red_for_the_broken_requirements_and_no_others(Fault fault)
    {
        await using var served = await ServedRun.Start(
            KnownServers.OptionsOf(fault.Dialect) with { Fault = fault.Name }, "broken", strict: true);

        var outcome = await SuiteRunner.Run(served.Run);

        var record = served.Record;
        using (new AssertionScope())
        {
            served.Server.FaultActs.Should().BePositive("a fault that never acts proves nothing");
            Accused(record).Select(row => row.Id).Should().BeEquivalentTo(fault.Breaks, "{0}{1}", fault.Sin, UnexpectedIn(record, fault));
            Accused(record).Where(row => !IsAsGraveAsTheCatalogueSays(row)).Should().BeEmpty();
            record.Requirements.Where(row => row.Verdict == Verdict.Error).Should().BeEmpty();
            outcome.AllText.Should().ContainAll(fault.Breaks.Select(id => $": {id} ("), "the person who started the run is told");
            LeaksIn(served.Run, outcome.AllText).Should().BeEmpty("no message may show a secret");
            outcome.AllText.Should().NotContain("the value of <", "the end of a run names the files that show a secret");
            Recomputation.Of(record).Contradictions.Should().BeEmpty("an honest record holds when its exchanges are judged again");
        }

        // Only what holds is recorded.
        ResultOf(fault, record).ShouldHold();
    }

    // Those whose recorded result cannot be right are tried whenever generated files are brought up to date.
    private static TestCaseData CaseOf(Fault fault)
    {
        var data = new TestCaseData<Fault>(fault).SetArgDisplayNames(fault.Name).SetProperty(GeneratedFiles.FaultProperty, fault.Name);
        return FaultResultsFile.IsToBeTriedAgain(fault) ? data.SetCategory(GeneratedFiles.FaultsCategory) : data;
    }

    private static FaultResult ResultOf(Fault fault, RunRecord record) =>
        new(fault.Name, record.Target.Dialect, fault.Sin, [.. Accused(record).Select(row => row.Id)]);

    // With the finding that shows it: a red verdict without evidence would prove nothing.
    private static IEnumerable<RequirementResult> Accused(RunRecord record) =>
        record.Requirements.Where(row => row.Verdict is Verdict.Fail or Verdict.Warning && row.Findings.Count > 0);

    private static string UnexpectedIn(RunRecord record, Fault fault) => string.Concat(Accused(record)
        .Where(row => !fault.Breaks.Contains(row.Id))
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
