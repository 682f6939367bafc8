using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using Conformance.Schemas.Validation;
using FluentAssertions;
using Json.Schema;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Data;

/// <summary>Each data file against the schema that stands beside it.</summary>
[TestFixture]
public sealed class DataFileTests
{
    private static IEnumerable<TestCaseData> ProfileFiles =>
        KnownContracts.All.Profiles.Select(profile => new TestCaseData(profile.File, "Profiles/profile.schema.json"));

    [TestCase("Requirements/matrix.json", "Requirements/requirement.schema.json")]
    [TestCase("Requirements/koyeb.json", "Requirements/requirement.schema.json")]
    [TestCase("Requirements/ambiguities.json", "Requirements/ambiguity.schema.json")]
    [TestCaseSource(nameof(ProfileFiles))]
    public void Obeys_its_schema(string file, string schema) =>
        Violations(JsonNode.Parse(Repository.SchemasFile(file)), schema).Should().BeEmpty();

    [TestCase("severity", "\"grave\"")]
    [TestCase("since", "\"1.3\"")]
    [TestCase("coverage", "\"notTested\"")]
    [TestCase("ambiguity", "\"AMB-19\"")]
    [TestCase("note", "\"unknown\"")]
    [TestCase("notTested", """{ "reason": "laziness", "explanation": "No time." }""")]
    public void Is_refused_with_a_wrong_member(string member, string value)
    {
        var rows = JsonNode.Parse(Repository.SchemasFile("Requirements/matrix.json"))!.AsArray();

        rows[0]![member] = JsonNode.Parse(value);

        Violations(rows, "Requirements/requirement.schema.json").Should().NotBeEmpty();
    }

    [Test]
    public void Gives_the_closed_list_of_reasons_in_one_meaning()
    {
        var schema = JsonNode.Parse(Repository.SchemasFile("Requirements/requirement.schema.json"))!;
        var reasons = schema["$defs"]!["notTested"]!["properties"]!["reason"]!["oneOf"]!.AsArray();

        reasons.Select(reason => reason!["const"]!.GetValue<string>()).Should().Equal(
            Enum.GetNames<NotTestedReason>().Select(name => char.ToLowerInvariant(name[0]) + name[1..]));
        reasons.Should().OnlyContain(reason => reason!["description"] != null);
    }

    private static IEnumerable<string> Violations(JsonNode? data, string schema)
    {
        var results = ReadySchema.Of(Repository.SchemasFile(schema))
            .Evaluate(JsonSerializer.SerializeToElement(data), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return results.IsValid
            ? []
            : results.Details!.Where(detail => detail.Errors is not null).Select(detail => JsonSerializer.Serialize(detail));
    }
}
