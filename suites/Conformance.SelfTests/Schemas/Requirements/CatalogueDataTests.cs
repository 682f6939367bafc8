using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Requirements;

/// <summary>The catalogue's data: a verdict is only as good as these rows.</summary>
[TestFixture]
public sealed class CatalogueDataTests
{
    private static readonly IReadOnlyList<Requirement> Rows = KnownContracts.All.Catalogue.Requirements;

    [Test]
    public void Uses_each_id_once() => Rows.Select(row => row.Id).Should().OnlyHaveUniqueItems();

    [Test]
    public void Takes_the_severity_from_the_level_or_says_why_not() =>
        Rows.Where(row => row.SeverityReason is null && !FollowsFromItsLevel(row)).Select(Describe).Should().BeEmpty();

    [Test]
    public void Explains_what_each_ambiguity_means_for_the_severity() =>
        Rows.Where(row => row.Ambiguity is not null && row.SeverityReason is null).Select(Describe).Should().BeEmpty();

    [Test]
    public void Is_never_milder_in_strict_mode() =>
        Rows.Where(row => row.StrictSeverity < row.Severity).Select(Describe).Should().BeEmpty();

    [Test]
    public void Meets_every_ambiguity_of_the_specification() =>
        Rows.Select(row => row.Ambiguity).OfType<string>().Distinct()
            .Should().BeEquivalentTo(Enumerable.Range(1, 18).Select(number => $"AMB-{number}"));

    [Test]
    public void Explains_whatever_it_does_not_test() =>
        Rows.Where(row => (row.Coverage is Coverage.NotTested) != (row.NotTested is not null)).Select(Describe).Should().BeEmpty();

    [Test]
    public void Never_ends_an_edition_before_it_begins() =>
        Rows.Where(row => row.Until is not null).Select(row => (row.Id, row.Since, row.Until)).Should().OnlyContain(
            row => row.Since == row.Until || (row.Since == "r0" && row.Until!.StartsWith('v')));

    private static bool FollowsFromItsLevel(Requirement row) =>
        row.Severity == Level.ByDefault(row.Level) && row.StrictSeverity == Level.InStrictMode(row.Level);

    private static string Describe(Requirement row) => $"{row.Id} ({row.Level}): {row.Severity}, strict {row.StrictSeverity}";
}
