using Conformance.Schemas.Editions;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Editions;

/// <summary>Editions, as contracts name them and as servers advertise them.</summary>
public sealed class EditionTests
{
    private static readonly string[] Matrix =
        ["r0", "r0.0.1", "r0.0.10", "r0.1.0", "r0.6", "r0.6.1", "v1.0", "v1.1", "v1.2", "v1.13", "v2.0"];

    private static readonly string[] Koyeb = ["s21", "s26", "s100"];

    [TestCaseSource(nameof(Matrix))]
    public void Orders_the_editions_of_Matrix_by_time(string text) => BeInOrder(Matrix, text);

    [TestCaseSource(nameof(Koyeb))]
    public void Orders_the_editions_of_Koyeb_by_time(string text) => BeInOrder(Koyeb, text);

    [TestCase("v1.11-alpha", "v1.11")]
    [TestCase("v1.2-org.example.x", "v1.2")]
    [TestCase("r0.0.0", "r0")]
    [TestCase("r0.6.0", "r0.6")]
    public void Takes_for_the_same(string text, string same) => Edition.Find(text).Should().NotBeNull().And.Be(Edition.Find(same));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("v1")]
    [TestCase("v1.")]
    [TestCase("1.1")]
    [TestCase("V1.1")]
    [TestCase("v1.1.1")]
    [TestCase("v1.1-")]
    [TestCase("v1.1 ")]
    [TestCase(" v1.1")]
    [TestCase("v1.1\n")]
    [TestCase("v-1.1")]
    [TestCase("v1.x")]
    [TestCase("v١.١")]
    [TestCase("v1.99999999999999999999")]
    [TestCase("r1.0.0")]
    [TestCase("r0.")]
    [TestCase("r0.6.1.2")]
    [TestCase("s")]
    [TestCase("s2.6")]
    [TestCase("unstable")]
    [TestCase("org.matrix.msc1234")]
    public void Finds_none_in(string? text) => Edition.Find(text).Should().BeNull();

    private static void BeInOrder(string[] editions, string text)
    {
        var edition = Edition.Find(text)!.Value;
        var position = Array.IndexOf(editions, text);

        editions.Where(other => Edition.Find(other) < edition).Should().Equal(editions[..position]);
        editions.Where(other => Edition.Find(other) > edition).Should().Equal(editions[(position + 1)..]);
        (edition >= Edition.Find(text) && edition <= Edition.Find(text)).Should().BeTrue();
    }
}
