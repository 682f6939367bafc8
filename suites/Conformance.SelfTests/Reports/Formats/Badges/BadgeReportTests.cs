using System.Text.Json.Nodes;
using System.Xml.Linq;
using Conformance.Record.Runs;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Formats.Badges;

/// <summary>The badges.</summary>
public sealed class BadgeReportTests
{
    [Test, Category(GeneratedFiles.TextsCategory)]
    public void Draws_the_approved_picture() => Text("badge.svg", SampleRun.Record).ShouldBeApproved("badge.approved.svg");

    [Test]
    public void Speaks_the_language_of_shields()
    {
        var badge = JsonNode.Parse(Text("badge.json", SampleRun.Record))!.AsObject();

        badge.Select(member => member.Key).Should().Equal("schemaVersion", "label", "message", "color", "isError");
        ((int)badge["schemaVersion"]!).Should().Be(1);
        ((string)badge["label"]!).Should().Be("matrix-session");
        ((string)badge["message"]!).Should().StartWith("not conformant ");
        ((string)badge["color"]!).Should().MatchRegex("^#[0-9a-f]{6}$");
    }

    [Test]
    public void Has_one_for_each_of_several_targets_and_one_that_shows_the_worst()
    {
        var green = Fold() with { Target = Target with { Name = "Näh/ Staging" } };

        var files = Written.Files("badge", SampleRun.Record, green, green);

        files.Select(file => file.Path).Should().Equal(
            "badge.json", "badge.svg", "badge-staging.json", "badge-staging.svg", "badge-n-h--staging.json", "badge-n-h--staging.svg",
            "badge-n-h--staging-2.json", "badge-n-h--staging-2.svg");
        files[0].Text.Should().Contain("not conformant: 0 of 3 targets conformant");
    }

    [Test]
    public void Tells_screen_readers_what_it_shows()
    {
        var svg = XDocument.Parse(Text("badge.svg", SampleRun.Record)).Root!;

        svg.Attribute("role")!.Value.Should().Be("img");
        var title = svg.Element(svg.Name.Namespace + "title")!.Value;
        title.Should().Be(svg.Attribute("aria-label")!.Value).And.StartWith("matrix-session: not conformant");
        string.Join(": ", svg.Elements(svg.Name.Namespace + "text").Select(text => text.Value)).Should().Be(title);
    }

    private static string Text(string path, RunRecord record) => Written.Files("badge", record).Single(file => file.Path == path).Text;
}
