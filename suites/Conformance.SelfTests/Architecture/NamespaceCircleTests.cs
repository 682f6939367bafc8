using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Architecture;

/// <summary>Namespaces are floors: whoever reads one need not have read those above it.</summary>
public sealed class NamespaceCircleTests
{
    [TestCase("schemas/Conformance.Record")]
    [TestCase("schemas/Conformance.Schemas")]
    [TestCase("fixtures/Conformance.Fixtures")]
    [TestCase("fixtures/Conformance.ReferenceServers")]
    [TestCase("reports/Conformance.Reports")]
    [TestCase("reports/Conformance.Tool")]
    [TestCase("suites/Conformance.Suites")]
    [TestCase("suites/Conformance.SelfTests")]
    public void Has_none(string project) => GraphOf(project).Circles.Should().BeEmpty();

    [Test]
    public void Sees_a_circle_by_directives() => Circles(
        "using A.Two;\n\nnamespace A.One;\n\npublic class X;",
        "using A.Three;\n\nnamespace A.Two;\n\npublic class Y;",
        "using A.One;\n\nnamespace A.Three;\n\npublic class Z;").Should().Equal("A.One A.Three A.Two");

    [Test]
    public void Sees_a_circle_with_the_namespace_around() => Circles(
        "using A.One;\n\nnamespace A;\n\npublic class X;",
        "namespace A.One;\n\ninternal sealed class Y(X around);").Should().Equal("A A.One");

    [Test]
    public void Sees_none_where_there_is_none() => Circles(
        "using A.Two;\n\nnamespace A.One;\n\npublic class X;",
        "namespace A.Two;\n\npublic class Y;").Should().BeEmpty();

    private static IEnumerable<string> Circles(params string[] sources) =>
        new NamespaceGraph(sources).Circles.Select(circle => string.Join(' ', circle));

    private static NamespaceGraph GraphOf(string project)
    {
        var graph = new NamespaceGraph(Directory.EnumerateFiles(
            RepositoryRoot.Combine(project.Split('/')), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        graph.Count.Should().BeGreaterThan(3);
        return graph;
    }
}
