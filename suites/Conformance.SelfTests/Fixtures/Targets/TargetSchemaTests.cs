using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Fixtures.Targets;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using FluentAssertions;
using Json.Schema;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>The schema of target files, as editors use it.</summary>
public sealed class TargetSchemaTests
{
    private static readonly string Text = File.ReadAllText(RepositoryFolder.TargetSchema);

    [Test]
    public void Is_a_valid_schema()
    {
        MetaSchemas.Draft202012.Evaluate(JsonSerializer.SerializeToElement(JsonNode.Parse(Text))).IsValid.Should().BeTrue();
    }

    [Test]
    public void Is_the_one_that_is_built_in()
    {
        using var builtIn = new StreamReader(typeof(TargetSettings).Assembly.GetManifestResourceStream("target.schema.json")!);

        builtIn.ReadToEnd().Should().Be(Text);
    }

    [Test]
    public void Describes_every_key()
    {
        var root = JsonNode.Parse(Text)!;
        var sections = new[] { root }.Concat(
            new[] { root["$defs"]!, root["properties"]! }.SelectMany(named => named.AsObject().Select(property => property.Value!)));
        var properties = sections.Select(section => section["properties"]).OfType<JsonObject>().SelectMany(section => section);

        properties.Should().OnlyContain(property => property.Value!["description"] != null);
    }

    [Test]
    public void Gives_the_defaults_that_hold()
    {
        var target = SoundTarget.Read(SoundTarget.Koyeb());

        Default("edition").Should().Be(target.Edition);
        Default("httpVersion").Should().Be($"{target.HttpVersion}");
        Default("strict").Should().Be("false");
        Default("statelessTokens").Should().Be("false");
        Default("tolerances", "removalMilliseconds").Should().Be("2000");
        Default("tolerances", "rateLimitWaitSeconds").Should().Be("60");
        Default("tolerances", "requestTimeoutSeconds").Should().Be("30");
        Default("tolerances", "expiryWaitSeconds").Should().Be("5");
        Default("permissions", "changePasswords").Should().Be("false");
        Default("permissions", "mayReceiveMail").Should().Be("false");
        Default("permissions", "ownsHost").Should().Be("false");
    }

    [Test]
    public void Takes_exactly_the_capabilities_that_there_are() =>
        JsonNode.Parse(Text)!["properties"]!["capabilities"]!["properties"]!.AsObject().Select(capability => capability.Key)
            .Should().BeEquivalentTo(KnownContracts.All.Contracts.SelectMany(contract => contract.Capabilities.Names));

    [Test]
    public void Takes_exactly_the_ambiguities_that_there_are() =>
        JsonNode.Parse(Text)!["properties"]!["strict"]!["items"]!["enum"]!.AsArray().Select(id => id!.GetValue<string>())
            .Should().Equal(Ambiguity.All.Select(ambiguity => ambiguity.Id));

    private static string? Default(params string[] key) =>
        key.Aggregate(JsonNode.Parse(Text), (schema, name) => schema!["properties"]![name])!["default"]?.ToString();
}
