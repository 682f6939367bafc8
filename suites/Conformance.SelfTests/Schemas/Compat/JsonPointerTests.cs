using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Json.Pointer;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Compat;

/// <summary>The stand-in for JsonPointer.Net, by the examples of RFC 6901.</summary>
public sealed class JsonPointerTests
{
    private static readonly JsonNode Document = JsonNode.Parse(
        """{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"i\\j":5," ":7,"m~n":8,"nothing":null}""")!;

    [TestCase("/foo/0", "\"bar\"")]
    [TestCase("/", "0")]
    [TestCase("/a~1b", "1")]
    [TestCase("/c%d", "2")]
    [TestCase("/i\\j", "5")]
    [TestCase("/m~0n", "8")]
    [TestCase("#/foo/0", "\"bar\"")]
    [TestCase("#/c%25d", "2")]
    [TestCase("#/e%5Ef", "3")]
    [TestCase("#/%20", "7")]
    public void Finds_the_value(string text, string expected)
    {
        JsonPointer.TryParse(text, out var pointer).Should().BeTrue();

        pointer!.TryEvaluate(Document, out var value).Should().BeTrue();
        value!.ToJsonString().Should().Be(expected);
    }

    [TestCase("")]
    [TestCase("#")]
    public void Finds_the_whole_document(string text)
    {
        JsonPointer.TryParse(text, out var pointer).Should().BeTrue();

        pointer!.TryEvaluate(Document, out var value).Should().BeTrue();
        value.Should().BeSameAs(Document);
    }

    [Test]
    public void Finds_null_as_a_value()
    {
        JsonPointer.Create("nothing").TryEvaluate(Document, out var value).Should().BeTrue();

        value.Should().BeNull();
    }

    [TestCase("/absent")]
    [TestCase("/foo/2")]
    [TestCase("/foo/-")]
    [TestCase("/foo/00")]
    [TestCase("/foo/+1")]
    [TestCase("/foo/0/deeper")]
    public void Finds_nothing(string text)
    {
        JsonPointer.TryParse(text, out var pointer).Should().BeTrue();

        pointer!.TryEvaluate(Document, out _).Should().BeFalse();
    }

    [TestCase("foo")]
    [TestCase("/a~b")]
    [TestCase("/a~")]
    [TestCase("/a~2")]
    public void Refuses_what_is_no_pointer(string text) => JsonPointer.TryParse(text, out _).Should().BeFalse();

    [Test]
    public void Escapes_tilde_and_slash() => JsonPointer.Create("a/b", "m~n", 3).ToString().Should().Be("/a~1b/m~0n/3");

    [Test]
    public void Does_not_unescape_twice()
    {
        JsonPointer.TryParse("/~01", out var pointer).Should().BeTrue();

        pointer!.Segments.Should().ContainSingle().Which.Value.Should().Be("~1");
    }

    [Test]
    public void Equals_by_segments()
    {
        var combined = JsonPointer.Create("a").Combine(JsonPointer.Create(0)).Combine("b");

        combined.Should().Be(JsonPointer.Create("a", "0", "b"));
        combined.GetHashCode().Should().Be(JsonPointer.Create("a", "0", "b").GetHashCode());
        (combined != JsonPointer.Empty).Should().BeTrue();
    }

    [Test]
    public void Travels_as_a_string()
    {
        var pointer = JsonPointer.Create("a/b", 1);

        JsonSerializer.Deserialize<JsonPointer>(JsonSerializer.Serialize(pointer)).Should().Be(pointer);
    }

    [TestCase("0", true)]
    [TestCase("1/a~0b", true)]
    [TestCase("2#", true)]
    [TestCase("0-1/name", true)]
    [TestCase("01", false)]
    [TestCase("/a", false)]
    [TestCase("1~", false)]
    public void Recognises_relative_pointers(string text, bool expected) =>
        RelativeJsonPointer.TryParse(text, out _).Should().Be(expected);
}
