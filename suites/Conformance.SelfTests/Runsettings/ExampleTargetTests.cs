using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.Fixtures.Targets.Reading;
using Conformance.SelfTests.Fixtures.Targets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Runsettings;

/// <summary>The example target files: sound as they are, complete, and true about the defaults.</summary>
[TestFixture("matrix")]
[TestFixture("koyeb")]
public sealed partial class ExampleTargetTests(string dialect)
{
    private readonly string path = Path.Combine(RepositoryFolder.Runsettings, "targets", $"{dialect}.example.json");

    private string Text => File.ReadAllText(path);

    [Test]
    public void Parses_without_faults()
    {
        Parse(Text).Faults.Should().BeEmpty();
    }

    [Test]
    public void Has_no_faults_with_what_is_commented_out_but_the_files_that_are_not_there()
    {
        Parse(CommentedOut().Replace(Text, "$1")).Faults.Select(fault => fault.Key).Should().Equal("caFile", "clientCertificateFile");
    }

    [Test]
    public void Points_editors_to_the_schema()
    {
        var schema = SchemaReference().Match(Text).Groups[1].Value;

        Path.GetFullPath(schema, Path.GetDirectoryName(path)!).Should().Be(RepositoryFolder.TargetSchema);
    }

    [Test]
    public void Shows_every_key_of_its_dialect()
    {
        var shown = Keys().Matches(Text).Select(match => match.Groups[1].Value);

        shown.Should().Contain(KnownKeys().Except(ForbiddenKeys()));
    }

    [Test]
    public void Shows_the_defaults()
    {
        var target = Parse(Text).Target!;

        var absent = KnownDialects.Of(target.Contract).Defaults;
        target.Tolerances.Should().Be(absent.Tolerances);
        (target.Permissions with { Destructive = false, Accounts = [] }).Should().Be(new PermissionSettings { Destructive = false });
        target.HttpVersion.Should().Be(HttpVersion.Version11);
        target.PathPrefix.Should().Be(absent.PathPrefix);
        target.Edition.Should().Be(absent.Edition);
        (target.StatelessTokens, target.Strict, target.Headers.Count).Should().Be((false, false, 0));
        (target.Parallel, target.Limits.RequestsPerSecond).Should().Be((PoliteLoad.Parallel, PoliteLoad.RequestsPerSecond));
        target.Capabilities
            .Where(capability => capability.Value || !target.Contract.Capabilities[capability.Key].IsAssumedAbsent)
            .Should()
            .BeEmpty();
    }

    private static JsonNode Schema => JsonNode.Parse(File.ReadAllText(RepositoryFolder.TargetSchema))!;

    private static IEnumerable<string> KnownKeys() => Objects(Schema["properties"]!, Schema["$defs"]!["account"]!["properties"]!)
        .SelectMany(properties => properties.Select(property => property.Key));

    private IEnumerable<string> ForbiddenKeys()
    {
        var rule = Schema["allOf"]!
            .AsArray()
            .Single(rule => rule!["if"]!["properties"]!["dialect"]!["const"]!.GetValue<string>() == dialect)!;
        var properties = rule["then"]!["properties"]!;
        List<string> forbidden =
        [
            .. Objects(properties, properties["accounts"]!["items"]!["properties"]!)
                .SelectMany(members => members.Where(member => member.Value is JsonValue).Select(member => member.Key)),
        ];
        // A section that is forbidden takes its members with it.
        return
        [
            .. forbidden,
            .. forbidden.SelectMany(name => (Schema["properties"]![name]?["properties"] as JsonObject ?? []).Select(member => member.Key)),
        ];
    }

    private static IEnumerable<JsonObject> Objects(JsonNode root, JsonNode account) =>
        [
            root.AsObject(),
            account.AsObject(),
            .. root
                .AsObject()
                .Select(property => property.Value)
                .OfType<JsonObject>()
                .Select(section => section["properties"])
                .OfType<JsonObject>(),
        ];

    private (TargetSettings? Target, IReadOnlyList<ConfigurationFault> Faults) Parse(string text) =>
        TargetFile.Parse(text, path, name => $"value of {name}", KnownDialects.Defaults);

    [GeneratedRegex("// (\"[A-Za-z-]+\": .*,)$", RegexOptions.Multiline)]
    private static partial Regex CommentedOut();

    [GeneratedRegex("\"([$A-Za-z]+)\": ")]
    private static partial Regex Keys();

    [GeneratedRegex("\"\\$schema\": \"(.*)\"")]
    private static partial Regex SchemaReference();
}
