using System.Text.Json.Nodes;
using Conformance.Reports.Faults;
using Conformance.Schemas.Contracts;
using Conformance.SelfTests.Reports;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance show</c>: everything that is known of one requirement.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ShowCommandTests : IDisposable
{
    private readonly ToolFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test, Category(GeneratedFiles.TextsCategory)]
    public async Task Shows_a_requirement_with_the_evidence_of_a_run() =>
        (await ToolCall.Of("show", "MTX-LOGOUT-06", folder.Save("run.json", SampleRun.Record)))
            .Text()
            .ShouldBeApproved("show.approved.txt");

    [Test]
    public async Task Shows_why_a_requirement_is_not_judged_and_how_its_ambiguity_is_read()
    {
        var row = KnownContracts.All.Catalogue.Requirements.First(each => each is { NotTested: not null, Ambiguity: not null });

        var text = (await ToolCall.Of("show", row.Id)).Text();

        text.Should().ContainAll("not judged", row.Ambiguity);
        Words(text).Should().Contain(Words(row.NotTested!.Explanation));
    }

    [Test]
    public async Task Shows_every_requirement_within_the_terminal()
    {
        foreach (var row in KnownContracts.All.Catalogue.Requirements)
            (await ToolCall.Of("show", row.Id)).Text().Should().StartWith($"{row.Id}: ");
    }

    [Test]
    public async Task Tells_a_program_everything()
    {
        var call = await ToolCall.Of("show", "mtx-logout-06", folder.Save("run.json", SampleRun.Record), "--json");

        var shown = JsonNode.Parse(call.Output)!;
        shown["requirement"]!["id"]!.GetValue<string>().Should().Be("MTX-LOGOUT-06");
        shown["profiles"]!.AsArray().Should().NotBeEmpty();
        shown["scenarios"]!.AsArray().Should().NotBeEmpty();
        shown["faults"]!
            .AsArray()
            .Select(fault => fault!["fault"]!.GetValue<string>())
            .Should()
            .Equal(FaultResults.Catching("MTX-LOGOUT-06").Select(fault => fault.Fault)).And.NotBeEmpty();
        shown["runs"]![0]!["result"]!["verdict"]!.GetValue<string>().Should().Be("waived");
    }

    [Test]
    public async Task Says_that_a_run_did_not_judge_it() =>
        (await ToolCall.Of("show", "MTX-LOGIN-01", folder.Save("run.json", SampleRun.Record)))
            .Text()
            .Should()
            .EndWith("staging: not judged\n");

    [Test]
    public async Task Names_what_somebody_may_have_meant() =>
        (await ToolCall.Of("show", "MTX-LOGUOT-02")).Error.Should().Contain("nearest").And.Contain("MTX-LOGOUT-02");

    // The page breaks lines within its columns.
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
