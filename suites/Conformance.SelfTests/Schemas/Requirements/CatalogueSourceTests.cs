using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Requirements;

/// <summary>The catalogue against the contracts that it was written from, where those are at hand.</summary>
[TestFixture("matrix")]
[TestFixture("koyeb")]
public sealed class CatalogueSourceTests(string dialect)
{
    private readonly IReadOnlyList<Requirement> rows =
        (dialect == "matrix" ? KnownContracts.Matrix.Catalogue : KnownContracts.Koyeb.Catalogue).Requirements;
    private IReadOnlyList<JsonNode> contract = [];

    [OneTimeSetUp]
    public void ReadContract()
    {
        var path = Repository.ContractRows(dialect);
        Assume.That(path, Does.Exist, "The contracts are not beside this checkout.");
        contract = JsonSerializer.Deserialize<JsonNode[]>(File.ReadAllText(path))!;
    }

    [Test]
    public void Keeps_every_row_in_its_order() => rows.Select(row => row.Id).Should().Equal(Column("id"));

    [Test]
    public void Keeps_the_sections() => rows.Select(row => row.Section).Should().Equal(Column("section"));

    [Test]
    public void Keeps_the_levels() => rows.Select(row => row.Level).Should().Equal(Column("level"));

    [Test]
    public void Keeps_the_checks() => rows.Select(row => row.Check).Should().Equal(Column("check"));

    [Test]
    public void Keeps_the_pitfalls() => rows.Select(row => row.Pitfalls).Should().Equal(Column("pitfalls"));

    [Test]
    public void Keeps_the_sources_but_for_their_edition() =>
        rows.Zip(Column("source"), (row, source) => (row.Id, row.Source, Contract: source))
            .Where(pair => pair.Source != pair.Contract && pair.Contract?.StartsWith($"{pair.Source}; ", StringComparison.Ordinal) != true)
            .Should().BeEmpty();

    private IEnumerable<string?> Column(string name) => contract.Select(row => row[name]?.GetValue<string>());
}
