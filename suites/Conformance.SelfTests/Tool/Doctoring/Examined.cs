using System.Text.Json.Nodes;
using Conformance.Tool.CommandLine;
using FluentAssertions;

namespace Conformance.SelfTests.Tool.Doctoring;

/// <summary>What the doctor has told a program.</summary>
internal sealed record Examined(ToolCall Call)
{
    private readonly JsonNode report = JsonNode.Parse(Call.Output)!;

    /// <summary>Where something keeps a run from what the profile asks for: keys of the target file, or whose it is.</summary>
    public IEnumerable<string> Places =>
        from diagnosis in Diagnoses
        where (string)diagnosis["gravity"]! != "note"
        select (string)diagnosis["place"]!;

    /// <summary>Everything that was looked at and found as it has to be.</summary>
    public IEnumerable<string> Seen => report["seen"]!.AsArray().Select(sighting => $"{sighting!["subject"]}: {sighting["seen"]}");

    private IEnumerable<JsonNode> Diagnoses => report["diagnoses"]!.AsArray().Select(diagnosis => diagnosis!);

    /// <summary>The rows that are not judged for what is wrong at a place.</summary>
    public IEnumerable<string> RequirementsOf(string place) =>
        Diagnosis(place)["requirements"]!.AsArray().Select(requirement => (string)requirement!);

    /// <summary>Names the one thing that keeps the server from being tested, and the fix.</summary>
    public void ShouldBeObstructed(string place, string problem, string fix)
    {
        Places.Should().Contain(place, Call.Output);
        ShouldTell("obstacle", ExitCode.Inconclusive, place, problem, fix);
    }

    /// <summary>Names the one thing that keeps the server from being judged in full, and the fix.</summary>
    public void ShouldFind(string place, string problem, string fix)
    {
        Places.Should().Equal([place], Call.Output);
        ShouldTell("finding", ExitCode.NonConformant, place, problem, fix);
    }

    /// <summary>Finds nothing that has to be fixed.</summary>
    public void ShouldBeWell()
    {
        Places.Should().BeEmpty();
        (Call.Code, Call.Error).Should().Be((ExitCode.Success, ""));
    }

    /// <summary>Tells something that nobody has to fix.</summary>
    public void ShouldNote(string place, string problem, string fix) => ShouldTell("note", ExitCode.Success, place, problem, fix);

    private void ShouldTell(string gravity, ExitCode code, string place, string problem, string fix)
    {
        (Call.Code, Call.Error).Should().Be((code, ""), Call.Output);
        var diagnosis = Diagnosis(place);
        ((string)diagnosis["gravity"]!).Should().Be(gravity);
        ((string)diagnosis["problem"]!).Should().Contain(problem);
        ((string)diagnosis["fix"]!).Should().Contain(fix);
    }

    private JsonNode Diagnosis(string place) =>
        Diagnoses.Where(diagnosis => (string)diagnosis["place"]! == place).Should().ContainSingle(Call.Output).Subject;
}
