using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Json.More;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Compat;

/// <summary>The stand-in for Json.More.Net: equality, numbers, and the small conversions.</summary>
public sealed class JsonNodeTests
{
    [TestCase("1", "1.0")]
    [TestCase("100", "1e2")]
    [TestCase("1e400", "1e400")]
    [TestCase("""{"a":1,"b":[null,true]}""", """{"b":[null,true],"a":1.0}""")]
    [TestCase("\"\\u0061\"", "\"a\"")]
    [TestCase("null", "null")]
    public void Equals_by_value(string left, string right)
    {
        var (a, b) = (JsonNode.Parse(left), JsonNode.Parse(right));

        a.IsEquivalentTo(b).Should().BeTrue();
        JsonNodeEqualityComparer.Instance.GetHashCode(a).Should().Be(JsonNodeEqualityComparer.Instance.GetHashCode(b));
    }

    [TestCase("1", "\"1\"")]
    [TestCase("0", "false")]
    [TestCase("1e400", "1e401")]
    [TestCase("[1,2]", "[2,1]")]
    [TestCase("[]", "{}")]
    [TestCase("""{"a":null}""", "{}")]
    [TestCase("""{"a":null}""", """{"b":null}""")]
    [TestCase("null", "false")]
    public void Differs_by_value(string left, string right) =>
        JsonNode.Parse(left).IsEquivalentTo(JsonNode.Parse(right)).Should().BeFalse();

    [Test]
    public void Compares_nodes_made_in_code_with_nodes_that_were_parsed() =>
        new JsonObject { ["n"] = 1, ["s"] = "x" }.IsEquivalentTo(JsonNode.Parse("""{"s":"x","n":1.0}""")).Should().BeTrue();

    [Test]
    public void Reads_numbers()
    {
        Number("1.50").Should().Be(1.5m);
        Number("1e400").Should().Be(decimal.MaxValue);
        Number("-1e400").Should().Be(decimal.MinValue);
        Number("\"1\"").Should().BeNull();
    }

    [Test]
    public void Survives_a_doubled_member()
    {
        var doubled = JsonNode.Parse("""{"a":1,"a":2}""")!.AsObject();

        doubled.TryGetValue("a", out _, out var exception).Should().BeFalse();
        exception.Should().BeOfType<ArgumentException>();
    }

    [Test]
    public void Writes_null_as_text() => default(JsonNode).AsJsonString().Should().Be("null");

    [Test]
    public void Gathers_nodes_that_have_a_parent_already()
    {
        var parent = JsonNode.Parse("[1,null]")!.AsArray();

        parent.ToJsonArray().IsEquivalentTo(parent).Should().BeTrue();
    }

    [TestCase("\"type\"")]
    [TestCase("[1]")]
    [TestCase("{}")]
    public void Turns_an_element_into_a_node(string text)
    {
        using var document = JsonDocument.Parse(text);

        document.RootElement.AsNode()!.ToJsonString().Should().Be(text);
    }

    private static decimal? Number(string text) => JsonNode.Parse(text)!.AsValue().GetNumber();
}
