using Conformance.Record.Verdicts;
using Conformance.Schemas.Contracts;
using Conformance.SelfTests.Reports;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.GatedRuns;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance gate --profile</c>: by which rows a run is judged.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GateProfileTests : IDisposable
{
    private readonly ToolFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Judges_by_the_usual_profile_where_none_is_named() =>
        (await ToolCall.Of("gate", folder.Save("run.json", Run(Verdict.Pass))))
            .Text(ExitCode.NonConformant)
            .Should()
            .Contain("to matrix-session version 3");

    [Test]
    public async Task Takes_the_name_of_a_profile_in_any_case() =>
        (await ToolCall.Of("gate", folder.Save("run.json", Run(Verdict.Pass)), "--profile", "Matrix-LOGOUT"))
            .Text()
            .Should()
            .Contain($"to {Profile} version");

    [TestCase("matrix-logout@1", 1)]
    [TestCase("Matrix-Logout@1", 1)]
    [TestCase("matrix-logout@2", 2)]
    [TestCase("matrix-logout@3", 3)]
    [TestCase("matrix-logout", 3)]
    public async Task Judges_by_the_newest_version_unless_another_one_is_named(string name, int version) =>
        (await ToolCall.Of("gate", folder.Save("run.json", Run(Verdict.Pass)), "--profile", name))
            .Text()
            .Should()
            .StartWith($"conformant to matrix-logout version {version}: ");

    [Test]
    public async Task Judges_by_the_version_that_the_record_names()
    {
        var run = Run(Verdict.Pass);

        (await ToolCall.Of("gate", folder.Save("run.json", run.At(run.Target with { Profile = "matrix-logout@1" })))).Text()
            .Should().StartWith("conformant to matrix-logout version 1: ");
    }

    [TestCase(Verdict.Fail, ExitCode.NonConformant)]
    [TestCase(Verdict.Inconclusive, ExitCode.Inconclusive)]
    [TestCase(Verdict.Warning, ExitCode.Success)]
    public async Task Tells_what_went_wrong_outside_of_the_profile_and_counts_it_only_when_asked(Verdict outside, ExitCode expected)
    {
        var run = folder.Save("run.json", RunWith("MTX-LOGIN-10", outside));

        var usual = (await ToolCall.Of("gate", run, "--profile", Profile)).Text();
        (await ToolCall.Of("gate", run, "--profile", Profile, "--all")).Text(expected);
        usual.Contains("Outside of the profile", StringComparison.Ordinal).Should().Be(expected is not ExitCode.Success);
        usual
            .ReplaceLineEndings(" ")
            .Should()
            .Contain(
                expected is ExitCode.Success
                    ? "outside of it no row failed or was inconclusive"
                    : "outside of it 1 row failed or was inconclusive");
    }

    [Test]
    public async Task Names_the_profiles_that_it_knows()
    {
        var call = await ToolCall.Of("gate", folder.Save("run.json", Run(Verdict.Pass)), "--profile", "nope");

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().Contain("nope").And.ContainAll(KnownContracts.All.ProfileNames);
    }

    [Test]
    public async Task Refuses_a_profile_of_another_dialect()
    {
        var call = await ToolCall.Of("gate", folder.Save("run.json", Run(Verdict.Pass)), "--profile", "koyeb-logout");

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().ContainAll("run.json", "koyeb", "matrix");
    }

    [Test]
    public async Task Refuses_a_record_that_names_an_unknown_profile()
    {
        var run = Run(Verdict.Pass);

        var call = await ToolCall.Of("gate", folder.Save("run.json", run with { Target = run.Target with { Profile = "tomorrow" } }));

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().Contain("tomorrow");
    }
}
