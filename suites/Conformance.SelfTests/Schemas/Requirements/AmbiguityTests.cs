using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Requirements;

/// <summary>The ambiguities of the specification, and what reading them strictly does to the catalogue.</summary>
public sealed class AmbiguityTests
{
    private static readonly IReadOnlyList<Requirement> Rows = KnownContracts.Matrix.Catalogue.Requirements;

    [Test]
    public void Has_each_ambiguity_of_the_contract_once() =>
        Ambiguity.All.Select(ambiguity => ambiguity.Id).Should().Equal(Enumerable.Range(1, 18).Select(number => $"AMB-{number}"));

    [Test]
    public void Knows_every_ambiguity_that_a_requirement_meets() =>
        Rows.Select(row => row.Ambiguity).OfType<string>().Should().BeSubsetOf(Ambiguity.All.Select(ambiguity => ambiguity.Id));

    [TestCaseSource(nameof(Ids))]
    public void Says_truly_whether_reading_it_strictly_changes_a_verdict(string id)
    {
        var changed = Rows.Where(row => row.SeverityIn(strict: false, [id]) != row.SeverityIn(strict: false, []));

        changed.Any().Should().Be(Ambiguity.All.Single(ambiguity => ambiguity.Id == id).ChangesVerdicts);
    }

    [TestCaseSource(nameof(Ids))]
    public void Lets_what_is_judged_at_all_fail_where_it_is_read_strictly(string id) =>
        Rows.Where(row => row.Ambiguity == id && row.Severity != Severity.Observe && row.SeverityIn(strict: false, [id]) != Severity.Fail)
            .Should()
            .BeEmpty();

    private static IEnumerable<string> Ids => Ambiguity.All.Select(ambiguity => ambiguity.Id);
}
