using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>Target files that are no JSON object.</summary>
public sealed class BrokenTextTests
{
    [Test]
    public void Says_where_the_text_is_broken_but_not_what_stands_there()
    {
        SoundTarget.Faults("{\n  \"name\": \"é\", \"password\": hunter2\n}").Should().Equal(
            "staging.json: line 2, column 28: not readable as JSON; give JSON; comments and trailing commas are allowed");
    }

    [Test]
    public void Refuses_an_empty_file()
    {
        SoundTarget.Faults("").Should().Equal(
            "staging.json: line 1, column 1: not readable as JSON; give JSON; comments and trailing commas are allowed");
    }

    [Test]
    public void Refuses_a_key_that_stands_twice()
    {
        SoundTarget.Faults("{\n  \"name\": \"a\",\n  \"name\": \"b\"\n}").Should().Equal(
            "staging.json: line 3, column 3: the key stands twice in the same object; give JSON; comments and trailing commas are allowed");
    }

    [Test]
    public void Refuses_half_a_surrogate_pair()
    {
        SoundTarget.Faults("""{ "name": "\ud800" }""").Should().Equal(
            "staging.json: line 1, column 11: the text holds half a character; give JSON; comments and trailing commas are allowed");
    }

    [TestCase("[]", "staging.json: is a list; give an object")]
    [TestCase("null", "staging.json: is null; give an object")]
    public void Refuses_what_is_no_object(string json, string fault)
    {
        SoundTarget.Faults(json).Should().Equal(fault);
    }

    [Test]
    public void Takes_comments_and_trailing_commas()
    {
        var json = SoundTarget.Matrix().TrimEnd('}') + ", // the default\n /* none */ }";

        SoundTarget.Read(json).Name.Should().Be("staging");
    }

    [Test]
    public void Never_throws_for_a_text_that_ends_too_early()
    {
        var json = File.ReadAllText(Path.Combine(RepositoryFolder.Runsettings, "targets", "koyeb.example.json"));

        for (var length = 0; length < json.LastIndexOf('}'); length++)
            SoundTarget.Faults(json[..length]).Should().ContainSingle();
    }
}
