using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Schemas.Responses;
using FluentAssertions;
using Json.Schema;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Responses;

/// <summary>
/// The schema files themselves: valid, embedded, addressed without a network, open, and every keyword proven by an example.
/// </summary>
public sealed class ResponseSchemaFilesTests
{
    // What a schema may say without asserting anything, and what only leads to other schemas.
    private static readonly string[] NotAsserting =
        [
            "$schema", "$id", "$ref", "$defs", "$comment", "title", "description", "deprecated", "format", "properties", "items",
            "allOf", "if", "then",
        ];

    private static IEnumerable<string> Files => ResponseSchemaFile.ByName.Keys;

    [Test]
    public void Embeds_every_file() => ResponseSchemas.Own.Names.Should().NotBeEmpty().And.BeEquivalentTo(Files);

    [TestCaseSource(nameof(Files))]
    public void Is_a_schema_of_draft_2020_12(string name) =>
        MetaSchemas.Draft202012.Evaluate(JsonSerializer.SerializeToElement(Read(name))).IsValid.Should().BeTrue();

    [TestCaseSource(nameof(Files))]
    public void Says_where_it_lives_and_what_it_is(string name)
    {
        var schema = Read(name);

        schema.Take(2).Select(member => member.Key).Should().Equal("$schema", "$id");
        schema["$schema"]!.GetValue<string>().Should().Be("https://json-schema.org/draft/2020-12/schema");
        schema["$id"]!.GetValue<string>().Should().Be($"https://schemas.conformance.invalid/responses/{name}.schema.json");
        schema["title"]!.GetValue<string>().Should().NotBeEmpty();
        schema["description"]!.GetValue<string>().Should().NotBeEmpty();
    }

    [TestCaseSource(nameof(Files))]
    public void Refers_only_to_itself_and_its_neighbours(string name)
    {
        var targets = Members(Read(name)).Where(member => member.Name == "$ref").Select(member => member.Value!.GetValue<string>());

        targets.Should().NotContain(target =>
            !target.StartsWith("#/$defs/", StringComparison.Ordinal)
            && !File.Exists(Path.Combine(ResponseSchemaFile.ByName[name].Folder, target)));
    }

    [TestCaseSource(nameof(Files))]
    public void Stays_open_for_additional_members(string name) =>
        Members(Read(name)).Should().NotContain(member => member.Name.StartsWith("unevaluated", StringComparison.Ordinal)
            || (member.Name == "additionalProperties" && member.Value is JsonValue));

    [TestCaseSource(nameof(Files))]
    public void Proves_each_kind_of_assertion_by_a_failing_example(string name)
    {
        var assertions = KeywordsOf(Read(name)).Except([.. NotAsserting, "additionalProperties"]);

        ResponseExample.All
            .Where(example => example.Schema == name)
            .Select(example => example.Violation?.Keyword)
            .Should()
            .Contain(assertions);
    }

    private static JsonObject Read(string name) => ResponseSchemaFile.ByName[name].Read();

    private static IEnumerable<(string Name, JsonNode? Value)> Members(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Members(member.Value).Prepend((member.Key, member.Value))),
        JsonArray elements => elements.SelectMany(Members),
        _ => [],
    };

    // The names below properties and $defs are members and definitions, not keywords; the condition of an if asserts nothing.
    private static IEnumerable<string> KeywordsOf(JsonNode? schema) =>
        schema is not JsonObject keywords ? [] : keywords.SelectMany(keyword =>
            (keyword.Key switch
            {
                "properties" or "$defs" => keyword.Value!.AsObject().SelectMany(member => KeywordsOf(member.Value)),
                "allOf" => keyword.Value!.AsArray().SelectMany(KeywordsOf),
                "items" or "then" or "additionalProperties" => KeywordsOf(keyword.Value),
                _ => [],
            }).Prepend(keyword.Key)).Distinct();
}
