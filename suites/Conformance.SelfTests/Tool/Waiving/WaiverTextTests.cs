using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Waivers;
using Conformance.SelfTests.Fixtures.Targets;
using Conformance.Tool.Waiving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Waiving;

/// <summary>A waiver is added to a text, of which every line stays as it is.</summary>
public sealed class WaiverTextTests
{
    private static readonly Waiver Waiver = new(
        "MTX-LOGOUT-02",
        "Replicas \"learn\" of it.",
        "https://issues.example/17",
        "Müller",
        new DateOnly(2027, 3, 31),
        "2-0123456789abcdef");

    private static readonly JsonDocumentOptions AsTargetFiles =
        new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static IEnumerable<TestCaseData> Layouts =>
    [
        Layout("none", "{}"),
        Layout("one line", """{ "name": "a" }"""),
        Layout("no list", "{\n  \"name\": \"a\"\n}\n"),
        Layout("no list, and a comma behind the last member", "{\n  \"name\": \"a\", // why\n}\n"),
        Layout("an empty list", "{\n  \"waivers\": [],\n  \"name\": \"a\"\n}\n"),
        Layout("an empty list of two lines", "{\n  \"waivers\": [\n  ],\n}\n"),
        Layout("a list of comments", "{\n  \"waivers\": [\n    // { \"requirement\": \"a\" },\n    /* ] */\n  ],\n}\n"),
        Layout("an entry", "{\n  \"waivers\": [\n    { \"requirement\": \"a\" }\n  ]\n}\n"),
        Layout("an entry with a comment, a comma in it", "{\n  \"waivers\": [\n    { \"requirement\": \"a\" } // b, c\n  ]\n}\n"),
        Layout("an entry with a comma and a comment", "{\n  \"waivers\": [\n    { \"requirement\": \"a\" }, /* b */ // c\n  ],\n}\n"),
        Layout("an entry beside the brackets", "{\n  \"waivers\": [ { \"requirement\": \"ü\" } ]\n}"),
        Layout("tabs", "{\n\t\"waivers\": [\n\t\t{ \"requirement\": \"a\" }\n\t]\n}\n"),
        Layout("lines of Windows", "{\r\n    \"waivers\": [\r\n    ]\r\n}\r\n"),
        Layout("another list in the way", "{\n  \"headers\": { \"waivers\": [] },\n  \"name\": \"ö\"\n}\n"),
    ];

    [TestCaseSource(nameof(Layouts))]
    public void Is_there_and_all_else_is_as_before(string json)
    {
        var added = WaiverText.Add(json, Waiver);

        var (before, after) = (Parsed(json), Parsed(added));
        var waivers = after["waivers"]!.AsArray();
        waivers[^1]!.ToJsonString().Should().Be(Entry.ToJsonString());
        waivers.RemoveAt(waivers.Count - 1);
        if (!before.ContainsKey("waivers"))
            after.Remove("waivers");
        after.ToJsonString().Should().Be(before.ToJsonString());
        added.Should().Match(text => IsWithin(json, text), "nothing may be taken away");
    }

    [TestCase("{\n  \"waivers\": [\n  ]\n}\n", false)]
    [TestCase("{\r\n  \"waivers\": [\r\n  ]\r\n}\r\n", true)]
    public void Ends_its_lines_as_its_file_does(string json, bool asWindows)
    {
        var added = WaiverText.Add(json, Waiver);

        added.Split('\n')[..^1].Should().OnlyContain(line => line.EndsWith('\r') == asWindows);
    }

    [Test]
    public void Is_laid_out_as_its_file()
    {
        var added = WaiverText.Add("{\n  // why\n  \"waivers\": [\n    { \"requirement\": \"a\" }, // b\n  ],\n}\n", Waiver);

        added.Should().Be(
            """
            {
              // why
              "waivers": [
                { "requirement": "a" }, // b
                {
                  "requirement": "MTX-LOGOUT-02",
                  "reason": "Replicas \"learn\" of it.",
                  "link": "https://issues.example/17",
                  "owner": "Müller",
                  "expires": "2027-03-31",
                  "fingerprint": "2-0123456789abcdef"
                },
              ],
            }

            """.ReplaceLineEndings("\n"));
    }

    [Test]
    public void Is_a_list_of_its_own_where_there_is_none()
    {
        var added = WaiverText.Add("{\n    \"name\": \"a\"\n}\n", Waiver);

        added.Should().StartWith("{\n    \"name\": \"a\",\n    \"waivers\": [\n        {\n            \"requirement\": \"MTX-LOGOUT-02\",")
            .And.EndWith("\"2-0123456789abcdef\"\n        }\n    ]\n}\n");
    }

    [TestCaseSource(typeof(ExampleTargets), nameof(ExampleTargets.Names))]
    public void Keeps_every_line_of_the_examples(string name)
    {
        var json = ExampleTargets.TextOf(name);

        var lines = WaiverText.Add(json, Waiver).Split('\n').ToList();

        foreach (var line in json.Split('\n').Where(line => !line.EndsWith("[],", StringComparison.Ordinal)))
            lines.Remove(line).Should().BeTrue(line);
    }

    private static JsonNode Entry => new JsonObject
    {
        ["requirement"] = Waiver.Requirement,
        ["reason"] = Waiver.Reason,
        ["link"] = Waiver.Link,
        ["owner"] = Waiver.Owner,
        ["expires"] = "2027-03-31",
        ["fingerprint"] = Waiver.Fingerprint,
    };

    private static bool IsWithin(string part, string whole)
    {
        var place = 0;
        foreach (var character in whole)
            place += place < part.Length && part[place] == character ? 1 : 0;

        return place == part.Length;
    }

    private static JsonObject Parsed(string json) => JsonNode.Parse(json, documentOptions: AsTargetFiles)!.AsObject();

    private static TestCaseData Layout(string name, string json) => new TestCaseData(json).SetArgDisplayNames(name);
}
