using System.Text.Json;
using FluentAssertions;
using Json.Schema;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Compat;

/// <summary>The stand-in converter, by the enumeration that the validator uses it for: the keyword <c>type</c>.</summary>
public sealed class EnumStringConverterTests
{
    [TestCase("\"string\"", SchemaValueType.String)]
    [TestCase("[\"string\",\"null\"]", SchemaValueType.String | SchemaValueType.Null)]
    public void Reads_and_writes_one_or_several(string json, SchemaValueType value)
    {
        JsonSerializer.Deserialize<SchemaValueType>(json).Should().Be(value);
        JsonSerializer.Deserialize<SchemaValueType>(JsonSerializer.Serialize(value)).Should().Be(value);
    }

    [TestCase("\"text\"")]
    [TestCase("1")]
    public void Refuses_what_is_no_member(string json)
    {
        var reading = () => JsonSerializer.Deserialize<SchemaValueType>(json);

        reading.Should().Throw<JsonException>();
    }
}
