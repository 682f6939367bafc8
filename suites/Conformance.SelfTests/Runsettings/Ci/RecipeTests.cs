using System.Text.Json.Nodes;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>
/// The shell steps of the recipes, with the suite and the gate, against a reference server: each recipe once, since a run takes eight
/// seconds of processor time, and what a recipe does with each result is tried without one in <see cref="RecipeFlowTests"/>.
/// </summary>
public sealed class RecipeTests
{
    [TestCase("gitlab-ci.yml")]
    [TestCase("Jenkinsfile")]
    public async Task A_good_server_is_green(string name)
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        var recipe = Recipe.Of(name, Occasion.Request);

        var pipeline = await Pipeline.Run(recipe, TargetFile(server));

        pipeline.IsRed.Should().BeFalse(pipeline.Console);
        pipeline.Console.Should().Contain("conformant to koyeb-logout").And.NotContain(Recipe.Secret);
        pipeline.Calls.Should().ContainInOrder(
            "dotnet test of conformance/staging.pr.json: 0", "dotnet run of conformance/staging.pr.json: 0");
        RunId(pipeline).Should().Be(recipe.Environment["CONFORMANCE_RUN_ID"]);
        ShouldTell(pipeline, recipe, "**conformant to koyeb-logout");
    }

    [TestCase("github-actions.yml")]
    [TestCase("azure-pipelines.yml")]
    public async Task A_broken_server_is_red_and_reported_all_the_same(string name)
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions { Faults = ["AnswersLogoutWithCreated"] });
        var recipe = Recipe.Of(name, Occasion.Request);

        var pipeline = await Pipeline.Run(recipe, TargetFile(server));

        pipeline.IsRed.Should().BeTrue(pipeline.Console);
        pipeline.Calls.Should().ContainInOrder(
            "dotnet test of conformance/staging.pr.json: 1", "dotnet run of conformance/staging.pr.json: 1");
        ShouldTell(pipeline, recipe, "**not conformant to koyeb-logout");
        // Code scanning looks for the place of a result in the repository.
        var results = await File.ReadAllTextAsync(pipeline.PathTo("suite/reports/out/staging/conformance.sarif"));
        results.Should().Contain("\"conformance/staging.pr.json\"");
    }

    [Test]
    public async Task A_fork_without_secrets_is_red_and_sends_nothing()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());

        var pipeline = await Pipeline.Run(Recipe.Of("github-actions.yml", Occasion.Fork), TargetFile(server));

        pipeline.IsRed.Should().BeTrue();
        pipeline.Console.Should().Contain("ALICE_PASSWORD is empty");
        pipeline.Calls.Should().Contain("dotnet run of conformance/staging.pr.json: 4");
        server.Routes.Sum(route => server.Served(route.Method, route.Path)).Should().Be(0);
    }

    private static void ShouldTell(Pipeline pipeline, Recipe recipe, string verdict)
    {
        pipeline.Comment.Should().Contain(verdict).And.NotContain(Recipe.Secret);
        recipe.Uploads.Should().Contain("suite/reports/out");
        recipe.Uploads.Select(pipeline.PathTo).Should().OnlyContain(path => Path.Exists(path));
    }

    private static string? RunId(Pipeline pipeline) =>
        (string?)JsonNode.Parse(File.ReadAllText(pipeline.PathTo("suite/reports/out/staging/run.json")))!["runId"];

    // As the reference program writes it, but with two accounts, as a recipe has secrets, and a profile that takes seconds.
    private static string TargetFile(ReferenceServer server)
    {
        var target = JsonNode.Parse(server.TargetFile("staging"))!.AsObject();
        var accounts = target["accounts"]!.AsArray();
        while (accounts.Count > 2)
            accounts.RemoveAt(2);
        accounts[0]!["password"] = "${env:ALICE_PASSWORD}";
        accounts[1]!["password"] = "${env:BOB_PASSWORD}";
        target["profile"] = "koyeb-logout";
        return target.ToJsonString();
    }
}
