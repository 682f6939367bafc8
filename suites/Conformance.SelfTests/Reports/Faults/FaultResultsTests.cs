using Conformance.ReferenceServers;
using Conformance.Reports.Faults;
using Conformance.Schemas.Contracts;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Faults;

/// <summary>What certificates say of the faults that this suite is known to catch.</summary>
public sealed class FaultResultsTests
{
    [Test]
    public void Are_recorded_for_every_fault() => FaultCatalogue.All.Select(fault => fault.Name)
        .Except(FaultResults.All.Select(result => result.Fault)).Should().BeEmpty("all are recorded by: {0}", GeneratedFiles.Command);

    [Test, Category(GeneratedFiles.FaultsCategory)]
    public void Are_recorded_in_the_order_of_the_faults_and_for_no_other() => FaultResultsFile.ShouldBeInOrder();

    [Test]
    public void Are_found_by_requirement() =>
        FaultResults.Catching("MTX-LOGOUT-02").Select(result => result.Fault).Should().Contain("KeepsTokenOnSync");

    [Test]
    public void Name_requirements_of_the_catalogue() =>
        FaultResults.All
            .SelectMany(result => result.Accused)
            .Should()
            .OnlyContain(id => KnownContracts.All.Catalogue.Requirements.Any(row => row.Id == id));
}
