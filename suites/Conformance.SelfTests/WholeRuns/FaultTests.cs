using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Faults;
using Conformance.Reports.Faults;
using Conformance.SelfTests.Reports.Faults;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Every sin that the reference servers can commit is found, for the right reason, and nothing else is accused.</summary>
public sealed class FaultTests
{
    private static IEnumerable<TestCaseData> All => FaultCatalogue.All.Select(CaseOf);

    [TestCaseSource(nameof(All)), Category(GeneratedFiles.FaultProperty)]
    public async Task A_broken_server_is_red_for_the_broken_requirements_and_no_others(Fault fault)
    {
        if (await FaultCompanies.IsFoundInOne(fault))
            return;

        var trial = await FaultTrial.Of(fault);

        trial.Objections.Should().BeEmpty();
        // Only what holds is recorded.
        new FaultResult(fault.Name, trial.Dialect, fault.Sin, trial.Accused).ShouldHold();
    }

    // Those whose recorded result cannot be right are tried whenever generated files are brought up to date.
    private static TestCaseData CaseOf(Fault fault)
    {
        var data = new TestCaseData<Fault>(fault).SetArgDisplayNames(fault.Name).SetProperty(GeneratedFiles.FaultProperty, fault.Name);
        return FaultResultsFile.IsToBeTriedAgain(fault) ? data.SetCategory(GeneratedFiles.FaultsCategory) : data;
    }
}
