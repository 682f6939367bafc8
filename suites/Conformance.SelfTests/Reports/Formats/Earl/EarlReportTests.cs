using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Earl;

/// <summary>earl.jsonld: an assertion for each requirement.</summary>
public sealed class EarlReportTests
{
    private static readonly Dictionary<string, string> Outcomes = Written.Json("earl", SampleRun.Record)["@graph"].Each()
        .Where(node => (string)node["@type"]! == "Assertion")
        .ToDictionary(node => (string)node["test"]!["identifier"]!, node => (string)node["result"]!["outcome"]!);

    [TestCase("MTX-LOGOUT-03", "earl:passed")]
    [TestCase("MTX-LOGOUT-02", "earl:failed")]
    [TestCase("MTX-LOGOUT-13", "earl:failed")]
    [TestCase("MTX-LOGOUT-06", "earl:failed")]
    [TestCase("MTX-LOGOUT-07", "earl:cantTell")]
    [TestCase("MTX-LOGOUT-05", "earl:cantTell")]
    [TestCase("MTX-LOGOUT-10", "earl:inapplicable")]
    [TestCase("MTX-LOGOUT-12", "earl:inapplicable")]
    [TestCase("MTX-LOGOUT-11", "earl:untested")]
    [TestCase("MTX-LOGIN-01", "earl:untested")]
    public void Has_an_outcome_for_every_verdict(string requirement, string outcome) => Outcomes[requirement].Should().Be(outcome);

    [Test]
    public void Asserts_something_of_all_that_was_judged_and_all_that_the_profile_asks() =>
        Outcomes.Keys.Should().BeEquivalentTo(
            SampleRun.Record.Requirements
                .Select(requirement => requirement.Id)
                .Union(KnownContracts.All.ProfileOf(SampleRun.Record.Target).Requires));
}
