using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Requirements;

/// <summary>The catalogue as the rest of the suite uses it.</summary>
[TestFixture]
public sealed class CatalogueTests
{
    [Test]
    public void Holds_every_row_of_both_contracts()
    {
        KnownContracts.Matrix.Catalogue.Requirements.Should().HaveCount(287);
        KnownContracts.Koyeb.Catalogue.Requirements.Should().HaveCount(97);
        KnownContracts.All.Catalogue.Requirements
            .Should()
            .Equal([.. KnownContracts.Matrix.Catalogue.Requirements, .. KnownContracts.Koyeb.Catalogue.Requirements]);
    }

    [Test]
    public void Finds_a_requirement_by_its_id()
    {
        var requirement = KnownContracts.All.Catalogue["MTX-LOGOUT-02"];

        requirement.Endpoint.Should().Be("POST /logout");
        requirement.Level.Should().Be("must ★");
        requirement.Basis.Should().Be(Basis.Documented);
        requirement.Coverage.Should().Be(Coverage.Covered);
        KnownContracts.All.Catalogue.TryFind("MTX-LOGOUT-02", out var found).Should().BeTrue();
        found.Should().BeSameAs(requirement);
    }

    [Test]
    public void Keeps_the_contracts_apart()
    {
        KnownContracts.Koyeb.Catalogue.TryFind("MTX-LOGOUT-02", out var requirement).Should().BeFalse();
        requirement.Should().BeNull();
    }

    [TestCase("MTX-LOGOUT-2", "MTX-LOGOUT-02")]
    [TestCase("mtx-logoutall-01", "MTX-LOGOUTALL-01")]
    [TestCase("KOY-REFERSH-10", "KOY-REFRESH-10")]
    public void Names_the_nearest_ids_when_one_is_unknown(string unknown, string meant)
    {
        var looking = () => KnownContracts.All.Catalogue[unknown];

        looking.Should().Throw<KeyNotFoundException>().WithMessage($"There is no requirement '{unknown}'. Nearest: *{meant}*.");
    }

    [Test]
    public void Tells_the_severity_of_each_mode()
    {
        var relogin = KnownContracts.Matrix.Catalogue["MTX-LOGIN-09"];

        relogin.SeverityIn(strict: false, []).Should().Be(Severity.Warn);
        relogin.SeverityIn(strict: true, []).Should().Be(Severity.Fail);
        relogin.SeverityIn(strict: false, ["AMB-1"]).Should().Be(Severity.Fail);
        relogin.SeverityIn(strict: false, ["AMB-2"]).Should().Be(Severity.Warn);
    }
}
