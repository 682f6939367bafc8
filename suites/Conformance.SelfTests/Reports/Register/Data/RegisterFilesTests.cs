using System.Text.Json;
using System.Xml.Linq;
using Conformance.Reports.Register;
using Conformance.Reports.Register.Entries;
using Conformance.Schemas.Validation;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Register.Data;

/// <summary>What a register tells programs: JSON by its schema, and a feed.</summary>
public sealed class RegisterFilesTests
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Test]
    public void Tells_programs_what_its_schema_says()
    {
        var data = Text(SampleRegister.Contents, Places.Data);

        Evaluate(data).Should().BeTrue();
        using var document = JsonDocument.Parse(data);
        var runs = document.RootElement.GetProperty("implementations")[2].GetProperty("runs");
        runs.GetArrayLength().Should().Be(SampleRegister.RunsOfEach);
        runs[0].GetProperty("verdicts").GetProperty(SampleRegister.Rows[3]).GetString().Should().Be("fail");
        runs[0].GetProperty("proof").GetString().Should().Be("recordAlone");
    }

    [TestCase("\"kind\": \"conformance register\"", "\"kind\": \"other\"")]
    [TestCase("\"formatVersion\": 1", "\"formatVersion\": 2")]
    [TestCase("\"conformity\": \"conformant\"", "\"conformity\": \"great\"")]
    [TestCase("\"certificate\": \"certificates/", "\"certificate\": \"../certificates/")]
    [TestCase("\": \"pass\"", "\": \"passed\"")]
    public void Has_a_schema_that_refuses_anything_else(string told, string other)
    {
        var data = Text(SampleRegister.Contents, Places.Data);

        data.Should().Contain(told);
        Evaluate(data.Replace(told, other)).Should().BeFalse();
    }

    [Test]
    public async Task Tells_of_submissions_and_bundles_too()
    {
        using var key = PackedRun.NewKey();
        var entry = Entry.Of(await PackedRun.Pack(key), new(key, "key.pub.pem"), SampleRegister.Submission with { Remarks = "none" });

        var data = Text(SampleRegister.ContentsOf([entry]), Places.Data);

        Evaluate(data).Should().BeTrue();
        data.Should().Contain("\"vendor\": \"Example Ltd\"").And.Contain("\"proof\": \"signed\"").And.Contain("\"bundle\": \"bundles/");
    }

    [Test]
    public void Has_a_feed_with_an_entry_for_each_run()
    {
        var feed = XDocument.Parse(Text(SampleRegister.Contents, Places.Feed)).Root!;

        feed.Name.Should().Be(Atom + "feed");
        var entries = feed.Elements(Atom + "entry").ToList();
        entries.Should().HaveCount(SampleRegister.Implementations * SampleRegister.RunsOfEach);
        entries.Select(entry => entry.Element(Atom + "id")!.Value).Should().OnlyHaveUniqueItems().And.OnlyContain(
            id => id.StartsWith("urn:uuid:"));
        entries.Should().OnlyContain(entry => entry.Element(Atom + "title") != null && entry.Element(Atom + "updated") != null);
        entries.Select(entry => DateTimeOffset.Parse(entry.Element(Atom + "updated")!.Value)).Should().BeInDescendingOrder();
        feed.Element(Atom + "updated")!.Value.Should().Be(entries[0].Element(Atom + "updated")!.Value);
        feed.Element(Atom + "author")!.Element(Atom + "name")!.Value.Should().Be("Sample register");
    }

    [Test]
    public void Has_addresses_in_its_feed_where_it_knows_its_own()
    {
        var contents = SampleRegister.Contents with { Address = new Uri("https://register.example.org/matrix/") };

        Links(contents).Should().Contain("https://register.example.org/matrix/feed.atom").And.OnlyContain(
            link => link.StartsWith("https://register.example.org/matrix/"));
        Links(SampleRegister.Contents).Should().Contain("feed.atom").And.NotContain(link => link.Contains(':'));
    }

    [Test]
    public void Has_an_id_of_its_feed_that_other_registers_of_its_title_do_not_have()
    {
        var oldest = SampleRegister.Records[0];
        var register = IdOf(oldest);

        IdOf(oldest, SampleRegister.Records[1]).Should().Be(register, "it stays when runs join");
        IdOf(SampleRegister.Records[3]).Should().NotBe(register);

        static string IdOf(params Conformance.Record.Runs.RunRecord[] records) => XDocument
            .Parse(Text(SampleRegister.ContentsOf(records.Select(Entry.Of)), Places.Feed)).Root!.Element(Atom + "id")!.Value;
    }

    [Test]
    public void Tells_twice_as_much_of_twice_as_many_runs()
    {
        var half = SampleRegister.ContentsOf(SampleRegister.Records.Where((_, place) => place % 2 == 0).Select(Entry.Of));

        foreach (var place in new[] { Places.Comparison, Places.Data })
        {
            var (all, some) = (Text(SampleRegister.Contents, place).Length, Text(half, place).Length);
            all.Should().BeLessThan(some * 2, "all pairs would be four times as much");
        }
    }

    private static string Text(RegisterContents contents, string place) =>
        RegisterSite.Files(contents).Single(file => file.Path == place).Text;

    private static IEnumerable<string> Links(RegisterContents contents) =>
        XDocument.Parse(Text(contents, Places.Feed)).Descendants(Atom + "link").Select(link => link.Attribute("href")!.Value);

    private static bool Evaluate(string data)
    {
        using var document = JsonDocument.Parse(data);
        return ReadySchema.Of(Text(SampleRegister.Contents, Places.DataSchema)).Evaluate(document.RootElement).IsValid;
    }
}
