using System.Text.Json.Nodes;
using Conformance.Schemas.Responses;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Responses;

/// <summary>Applicators that choose: one violation in the words of the alternatives, no noise from those that were not meant.</summary>
public sealed class AlternativesTests
{
    [TestCase(
        """{"anyOf":[{"type":"string"},{"type":"integer","minimum":5}]}""", "3", "body: anyOf: expected string or at least 5, was number")]
    [TestCase("""{"anyOf":[{"type":"string"},{"required":["a"]}]}""", "{}", "body: anyOf: expected string or member \"a\", was object")]
    [TestCase(
        """{"anyOf":[{"properties":{"a":{"type":"string"}}},false]}""",
        """{"a":1}""",
        "body: anyOf: expected /a string or absent, was object")]
    [TestCase("""{"oneOf":[{"type":"string"},{"type":"array"}]}""", "3", "body: oneOf: expected string or array, was number")]
    [TestCase("""{"oneOf":[{"type":"integer"},{"minimum":1}]}""", "3", "body: oneOf: expected exactly one alternative, was 2 of them")]
    [TestCase("""{"not":{"type":"integer"}}""", "3", "body: not: expected anything that the schema does not exclude, was excluded")]
    [TestCase("""{"anyOf":[{"type":"string"},{"type":"integer"}],"minimum":5}""", "3", "body: minimum: expected at least 5, was 3")]
    [TestCase("""{"not":{"type":"string"},"minimum":5}""", "3", "body: minimum: expected at least 5, was 3")]
    [TestCase("""{"if":{"minimum":5},"then":{"type":"string"},"else":{"const":4}}""", "3", "body: const: expected 4, was 3")]
    [TestCase(
        """{"contains":{"type":"string"}}""", "[1]", "body: contains: expected Value should contain at least 1 matching items, was [1]")]
    [TestCase("""{"type":["string","null"]}""", "3", "body: type: expected string or null, was number")]
    public void Tells_one_violation(string schema, string body, string expected)
    {
        var document = JsonNode.Parse(schema)!.AsObject();
        // First, as in every schema file: JsonSchema.Net 8.0.5 takes members before it for those of a schema without a name.
        document.Insert(0, "$id", "https://schemas.conformance.invalid/test");
        var schemas = new ResponseSchemas([KeyValuePair.Create("test", document)]);

        schemas.Validate("test", JsonNode.Parse(body)).Select(violation => violation.ToString()).Should().Equal(expected);
    }
}
