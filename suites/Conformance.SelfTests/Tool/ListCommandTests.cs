using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.Reports;
using Conformance.Reports.Faults;
using Conformance.Schemas.Contracts;
using Conformance.SelfTests.Reports;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance list</c>: what there is, and the part of it that somebody asks for.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ListCommandTests : IDisposable
{
    private readonly ToolFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test, Category(GeneratedFiles.TextsCategory)]
    public async Task Lists_requirements_for_people() =>
        (await ToolCall.Of("list", "requirements", "--endpoint", "/logout", "--dialect", "koyeb", "--level", "should"))
            .Text()
            .ShouldBeApproved("list.approved.txt");

    [Test, Category(GeneratedFiles.TextsCategory)]
    public async Task Lists_requirements_with_the_verdicts_of_a_run() =>
        (await ToolCall.Of("list", "requirements", Sample, "--profile", "matrix-logout", "--level", "must"))
            .Text()
            .ShouldBeApproved("list-run.approved.txt");

    [Test]
    public async Task Lists_all_requirements_by_default() =>
        Ids(await Json("list", "requirements")).Should().Equal(KnownContracts.All.Catalogue.Requirements.Select(row => row.Id));

    [Test]
    public async Task Lists_what_has_a_verdict() =>
        Ids(await Json("list", "requirements", Sample, "--verdict", "fail")).Should().Equal("MTX-ERR-01", "MTX-LOGOUT-02");

    [Test]
    public async Task Lists_what_is_not_tested_and_why()
    {
        var listed = await Json("list", "requirements", "--not-tested", "--dialect", "koyeb");

        Ids(listed)
            .Should()
            .Equal(KnownContracts.Koyeb.Catalogue.Requirements.Where(row => row.NotTested is not null).Select(row => row.Id)).And
            .NotBeEmpty();
        listed.Should().OnlyContain(row => row!["notTested"]!["explanation"] != null);
    }

    [Test]
    public async Task Lists_what_a_profile_requires() =>
        Ids(await Json("list", "requirements", "--profile", "koyeb-logout"))
            .Should()
            .Equal(KnownContracts.All.FindProfile("koyeb-logout")!.Requires);

    [Test]
    public async Task Lists_the_scenarios_of_what_is_asked_for()
    {
        var listed = await Json("list", "scenarios", "--profile", "koyeb-logout");

        listed.Select(scenario => scenario!["name"]!.GetValue<string>()).Should()
            .Equal(KnownContracts.All.FindProfile("koyeb-logout")!.Requires
                .SelectMany(KnownContracts.All.ScenariosOf)
                .Select(scenario => scenario.Name)).And.NotBeEmpty();
        (await ToolCall.Of("list", "scenarios", "--profile", "koyeb-logout")).Text().Should().EndWith($"\n{listed.Count} scenarios\n");
    }

    [Test]
    public async Task Lists_the_verdict_of_every_case_of_a_scenario()
    {
        var scenario = KnownContracts.All.ScenariosOf("MTX-LOGOUT-02").First().Name;
        var run = folder.Save("run.json", Journals.Fold(
            Journals.Finished("MTX-LOGOUT-02", Verdict.Pass, $"{scenario}(1)"),
            Journals.Finished("MTX-LOGOUT-02", Verdict.Fail, $"{scenario}(2)")));

        var listed = (await Json("list", "scenarios", run, "--verdict", "fail")).Should().ContainSingle().Subject!;

        listed["verdicts"]!.AsArray().Select(verdict => $"{verdict!["case"]} {verdict["verdict"]}").Should().Equal("(1) pass", "(2) fail");
    }

    [Test]
    public async Task Lists_faults_profiles_and_formats()
    {
        (await ToolCall.Of("list", "faults")).Text().Should().EndWith($"\n{FaultResults.All.Count} faults\n");
        (await Json("list", "faults", "--dialect", "koyeb"))
            .Should()
            .HaveCount(FaultResults.All.Count(fault => fault.Dialect == "koyeb")).And.NotBeEmpty();
        (await ToolCall.Of("list", "profiles"))
            .Text()
            .Should()
            .ContainAll(KnownContracts.All.Profiles.Select(profile => profile.Reference));
        (await Json("list", "formats"))
            .Select(format => format!["name"]!.GetValue<string>())
            .Should()
            .Equal(ReportFormats.All.Select(format => format.Name));
    }

    private string Sample => folder.Save("run.json", SampleRun.Record);

    private static async Task<JsonArray> Json(params string[] args) =>
        JsonNode.Parse((await ToolCall.Of([.. args, "--json"])).Output)!.AsArray();

    private static IEnumerable<string> Ids(JsonArray listed) => listed.Select(row => row!["id"]!.GetValue<string>());
}
