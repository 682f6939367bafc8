using Conformance.Schemas.Contracts;
using Conformance.Schemas.Editions;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Editions;

/// <summary>Which requirements bind a server by the editions that it claims.</summary>
public sealed class EditionGateTests
{
    private static readonly string[] OnlyR0 = ["r0.5.0", "r0.6.1"];

    [TestCase("r0", null, "r0.6.1")]
    [TestCase("r0.6.1", null, "r0.6.1")]
    [TestCase("v1.3", null, "r0.6.1 v1.3")]
    [TestCase("v1.3", null, "v1.11-alpha")]
    [TestCase("r0", "v1.19", "v1.19 v1.20")]
    [TestCase("r0", "v1.19", "r0.6.1")]
    [TestCase("s21", "s21", "s21")]
    [TestCase("s21", null, "s26")]
    [TestCase("v1.3", null, "", Description = "nothing is known")]
    [TestCase("v1.3", null, "garbage unstable", Description = "nothing is known")]
    [TestCase("v1.3", null, "garbage v1.3")]
    public void Binds(string since, string? until, string claimed) => WhyNot(since, until, claimed).Should().BeNull();

    [TestCase("v1.1", "r0.6.0 r0.6.1", "r0.6.1")]
    [TestCase("v1.10", "v1.9 r0.6.1 v1.2", "v1.9")]
    [TestCase("v1.12", "v1.11-alpha garbage", "v1.11-alpha")]
    [TestCase("r0.4.0", "r0.3.0", "r0.3.0")]
    [TestCase("s26", "s21", "s21")]
    public void Does_not_bind_before_its_edition(string since, string claimed, string newest) =>
        WhyNot(since, null, claimed).Should().Be($"It is part of the contract since {since}; the server claims {newest} at most.");

    [TestCase("r0", "v1.19", "v1.20 v1.21")]
    [TestCase("s21", "s21", "s26")]
    public void Does_not_bind_after_its_last_edition(string since, string until, string claimed) =>
        WhyNot(since, until, claimed).Should().Be($"It is part of the contract until {until}; the server claims later editions only.");

    [Test]
    public void Does_not_bind_between_the_editions_that_are_claimed() => WhyNot("v1.1", "v1.19", "r0.6.1 v1.20").Should()
        .Be("It is part of the contract from v1.1 until v1.19; the server claims none of these editions.");

    [Test]
    public void Leaves_a_server_of_r0_out_of_all_that_began_with_v1() =>
        KnownContracts.Matrix.Catalogue.Requirements.Where(row => row.Since.StartsWith('v')).Should().NotBeEmpty()
            .And.OnlyContain(row => EditionGate.WhyNot(row, OnlyR0) != null);

    [Test]
    public void Understands_the_edition_of_every_requirement() => KnownContracts.All.Catalogue.Requirements.Should().OnlyContain(
        row => Edition.Find(row.Since) != null && (row.Until == null || Edition.Find(row.Until) != null));

    private static string? WhyNot(string since, string? until, string claimed) =>
        EditionGate.WhyNot(
            KnownContracts.Matrix.Catalogue["MTX-LOGOUT-02"] with { Since = since, Until = until },
            claimed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
