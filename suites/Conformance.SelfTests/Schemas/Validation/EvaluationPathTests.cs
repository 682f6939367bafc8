using System.Text.Json;
using Conformance.Schemas.Validation;
using FluentAssertions;
using Json.Schema;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Validation;

/// <summary>What the validator says of where it was.</summary>
public sealed class EvaluationPathTests
{
    [Test]
    public void Has_each_step_once()
    {
        var items = Items();

        items.Path().Should().Be("/properties/list/items");
        items.EvaluationPath
            .ToString()
            .Should()
            .Be("/properties/list/items/items", "if this fails, the library is fixed, and Path is no longer needed");
    }

    private static EvaluationResults Items()
    {
        var schema = JsonSchema.FromText(
            """{"properties":{"list":{"items":{"type":"string"}}}}""", new BuildOptions { SchemaRegistry = new SchemaRegistry() });
        var results = schema.Evaluate(
            JsonElement.Parse("""{"list":[1]}"""), new EvaluationOptions { OutputFormat = OutputFormat.Hierarchical });
        return results.Details!.Single().Details!.Single();
    }
}
