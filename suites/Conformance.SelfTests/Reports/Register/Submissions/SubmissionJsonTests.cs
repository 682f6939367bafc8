using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reports.Register.Submissions;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Register.Submissions;

/// <summary>What a vendor writes of an implementation is read strictly, and all that is wrong is told at once.</summary>
public sealed class SubmissionJsonTests
{
    private const string Whole =
        """
        { "formatVersion": 1, "name": "Example server", "version": "1.4.2", "vendor": "Example Ltd",
          "website": "https://example.org/server", "contact": "tests@example.org", "profile": "matrix-logout@3" }
        """;

    [Test]
    public void Reads_one_that_is_complete()
    {
        var (submission, problems) = Read(Whole);

        problems.Should().BeEmpty();
        submission.Should().Be(new Submission(
            "Example server", "1.4.2", "Example Ltd", "https://example.org/server", "tests@example.org", "matrix-logout@3"));
    }

    [Test]
    public void Reads_what_may_be_there_too()
    {
        var (submission, problems) = Read(With("remarks", "behind a proxy", "$schema", "submission.schema.json"));

        problems.Should().BeEmpty();
        submission!.Remarks.Should().Be("behind a proxy");
    }

    [Test]
    public void Names_everything_that_is_missing_and_what_would_be_accepted()
    {
        var (submission, problems) = Read("{}");

        submission.Should().BeNull();
        problems.Select(problem => problem.Split(' ')[0]).Should().Equal(
            "formatVersion", "name", "version", "vendor", "website", "contact", "profile");
        problems.Should().Contain("website is missing: a page about it, an address that begins with https://");
    }

    [TestCase("website", "javascript:alert(1)")]
    [TestCase("website", "http://example.org")]
    [TestCase("website", "https://example.org/\"><script>")]
    [TestCase("contact", "nobody")]
    [TestCase("contact", "javascript:alert(1)")]
    [TestCase("name", "")]
    [TestCase("name", " ")]
    [TestCase("profile", "matrix-logout@")]
    [TestCase("profile", "../profile")]
    public void Refuses_a_value_that_it_cannot_use(string key, string value) =>
        Read(With(key, value)).Problems.Should().ContainSingle().Which.Should().StartWith($"{key} is \"");

    [Test]
    public void Tells_all_that_is_wrong_at_once() => Read(With("name", "", "website", "nowhere", "licence", "MIT")).Problems
        .Select(problem => problem.Split(' ')[0]).Should().Equal("name", "website", "licence");

    [TestCase("", "is no JSON")]
    [TestCase("[]", "is no JSON object")]
    [TestCase("null", "is no JSON object")]
    [TestCase("""{ "name": "one", "name": "other" }""", "is no JSON")]
    public void Refuses_what_is_no_object(string json, string problem) =>
        Read(json).Problems.Should().ContainSingle().Which.Should().StartWith(problem);

    [TestCase("formatVersion", "2")]
    [TestCase("remarks", "null")]
    [TestCase("name", "{}")]
    [TestCase("version", "7")]
    public void Refuses_a_value_of_another_kind(string key, string json)
    {
        var changed = JsonNode.Parse(Whole)!;
        changed[key] = JsonNode.Parse(json);

        var (submission, problems) = Read(changed.ToJsonString());

        submission.Should().BeNull();
        problems.Should().ContainSingle().Which.Should().StartWith($"{key} is {json}: ");
    }

    private static (Submission? Submission, IReadOnlyList<string> Problems) Read(string json) =>
        SubmissionJson.Read(Encoding.UTF8.GetBytes(json));

    private static string With(params string[] members)
    {
        var changed = JsonNode.Parse(Whole)!;
        foreach (var member in members.Chunk(2))
            changed[member[0]] = member[1];

        return changed.ToJsonString();
    }
}
