using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Journal;
using Conformance.Reports.Records;
using Conformance.Schemas.Validation;
using FluentAssertions;
using Json.Schema;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Records;

/// <summary>run.json: written, described by its schema, and read back strictly.</summary>
public sealed class RunRecordJsonTests
{
    private static string Sample => RunRecordJson.Write(SampleRun.Record);

    [Test]
    public void Writes_what_the_schema_describes()
    {
        var file = RepositoryRoot.Combine("schemas", "Conformance.Record", "Runs", "run-record.schema.json");

        var result = ReadySchema.Of(File.ReadAllText(file))
            .Evaluate(JsonSerializer.SerializeToElement(JsonNode.Parse(Sample)), new EvaluationOptions { RequireFormatValidation = true });

        result.IsValid.Should().BeTrue();
    }

    [Test]
    public void Reads_back_what_it_writes() => RunRecordJson.Write(RunRecordJson.Read(Sample, "run.json")).Should().Be(Sample);

    [Test]
    public void Reads_back_a_killed_run()
    {
        var killed = RunRecordJson.Write(SampleRun.Record with { EndedAt = null });

        RunRecordJson.Write(RunRecordJson.Read(killed, "run.json")).Should().Be(killed);
    }

    [TestCase("{", "*run.json is no run record*")]
    [TestCase("[]", "*no formatVersion*")]
    [TestCase("null", "*no formatVersion*")]
    [TestCase("""{ "formatVersion": 2 }""", "*formatVersion 2, and this tool reads 1*")]
    [TestCase("""{ "formatVersion": "1" }""", "*formatVersion \"1\", and this tool reads 1*")]
    [TestCase("""{ "formatVersion": 1, "formatVersion": 1 }""", "*Duplicate*")]
    [TestCase("""{ "formatVersion": 1 }""", "*at the root: *target*")]
    public void Refuses_what_is_no_record(string json, string message) =>
        Reading(json).Should().Throw<UnreadableRecordException>().WithMessage(message);

    [TestCase("/scenarios/0", "null")]
    [TestCase("/scenarios/0/verdict", "\"passed\"")]
    [TestCase("/totals/requests", "-1")]
    [TestCase("/startedAt", "\"yesterday\"")]
    [TestCase("/startedAt", "\"9999-12-31T23:59:59+00:00\"")]
    [TestCase("/endedAt", "\"1969-12-31T23:59:59-05:00\"")]
    [TestCase("/scenarios/3/exchanges/0/startedAt", "\"9999-12-31T23:59:59+00:00\"")]
    [TestCase("/scenarios/3/exchanges/0/startedAt", "\"0001-01-01T00:00:00+00:00\"")]
    [TestCase("/requirements/0/id", "7")]
    [TestCase("/target/extra", "true")]
    public void Names_the_place_that_is_not_of_the_form(string pointer, string value)
    {
        var record = JsonNode.Parse(Sample)!;
        Put(record, pointer.Split('/')[1..], JsonNode.Parse(value));

        Reading(record.ToJsonString()).Should().Throw<UnreadableRecordException>().WithMessage($"*at {pointer}: *");
    }

    private static Action Reading(string json) => () => RunRecordJson.Read(json, "run.json");

    private static void Put(JsonNode root, string[] path, JsonNode? value)
    {
        var parent = path[..^1].Aggregate(root, (node, step) => node is JsonArray array ? array[int.Parse(step, null)]! : node[step]!);
        if (parent is JsonArray items)
            items[int.Parse(path[^1], null)] = value;
        else
            parent[path[^1]] = value;
    }
}
