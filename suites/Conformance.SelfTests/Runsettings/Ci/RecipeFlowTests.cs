using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>What the recipes do with each way in which the tests and the gate can end.</summary>
public sealed class RecipeFlowTests
{
    private static IEnumerable<string> Names => Recipe.Names;

    [Test]
    public async Task Green_if_tests_and_gate_are(
        [ValueSource(nameof(Names))] string name,
        [Values(Occasion.Request, Occasion.Night)] Occasion occasion,
        [Values(0, 1)] int tests,
        [Values(0, 3)] int gate)
    {
        var pipeline = await Pipeline.Run(Recipe.Of(name, occasion), tests, gate);

        pipeline.IsRed.Should().Be(tests + gate > 0, pipeline.Console);
        var target = occasion is Occasion.Night ? "conformance/staging.json" : "conformance/staging.pr.json";
        pipeline.Calls.Should().ContainInOrder($"dotnet test of {target}: {tests}", $"dotnet run of {target}: {gate}");
        pipeline.Comment.Should().Be(occasion is Occasion.Night ? "" : pipeline.Comment);
    }

    [TestCase("github-actions.yml", "gh pr comment https://github.example.org/team/server/pull/7 --body-file")]
    [TestCase("gitlab-ci.yml", "https://gitlab.example.org/api/v4/projects/12/merge_requests/7/notes")]
    [TestCase(
        "azure-pipelines.yml",
        "https://azure.example.org/team/project-1/_apis/git/repositories/repository-1/pullRequests/7/threads?api-version=7.1")]
    [TestCase("Jenkinsfile", "gh pr comment https://github.example.org/team/server/pull/7 --body-file")]
    public async Task The_comment_is_on_the_request(string name, string call)
    {
        var pipeline = await Pipeline.Run(Recipe.Of(name, Occasion.Request), tests: 1, gate: 1);

        pipeline.Calls[^1].Should().Contain(call);
        pipeline.Comment.Should().Contain("a made-up summary.md");
    }

    [Test]
    public async Task GitHub_shows_the_summary_of_a_red_step()
    {
        var pipeline = await Pipeline.Run(Recipe.Of("github-actions.yml", Occasion.Night), tests: 1, gate: 1);

        (await File.ReadAllTextAsync(pipeline.PathTo("step-summary"))).Should().Contain("a made-up summary.md");
    }

    [TestCaseSource(nameof(Names))]
    public async Task The_suite_is_of_one_version(string name)
    {
        var pipeline = await Pipeline.Run(Recipe.Of(name, Occasion.Night), tests: 0, gate: 0);

        pipeline.Calls[0].Should().MatchRegex("^git clone --depth 1 --branch v0.1.0 https://.* suite$");
    }

    [Test]
    public async Task Azure_does_not_run_for_forks()
    {
        var pipeline = await Pipeline.Run(Recipe.Of("azure-pipelines.yml", Occasion.Fork), tests: 0, gate: 4);

        pipeline.IsRed.Should().BeTrue();
        pipeline.Calls.Should().NotContain(call => call.StartsWith("git ") || call.StartsWith("dotnet test"));
    }
}
