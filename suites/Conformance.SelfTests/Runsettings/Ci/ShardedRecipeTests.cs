using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>The sharded recipes: each shard is one of as many as there are, and all records come to the job that judges them.</summary>
public sealed class ShardedRecipeTests
{
    private const int Shards = 4;

    private static IEnumerable<string> Names => ShardedRecipe.Names;

    [Test]
    public async Task All_shards_are_judged_together(
        [ValueSource(nameof(Names))] string name, [Values(0, 1)] int tests, [Values(0, 3)] int gate)
    {
        var recipe = ShardedRecipe.Of(name);

        var shards = await Task.WhenAll(recipe.Shards.Select(shard => Pipeline.Run(shard, tests, gate: 0)));
        var judge = await Pipeline.Run(recipe.Judge, tests: 0, gate, folder =>
        {
            foreach (var (i, shard) in shards.Index())
            {
                var found = Directory.CreateDirectory(Path.Combine(folder, Path.GetDirectoryName(recipe.Found(i + 1))!));
                File.Copy(
                    shard.PathTo(recipe.Left(i + 1)), Path.Combine(found.FullName, Path.GetFileName(recipe.Found(i + 1))));
            }
        });

        shards.Should().HaveCount(Shards).And.OnlyContain(shard => shard.IsRed == tests > 0);
        judge.IsRed.Should().Be(gate > 0, judge.Console);
        judge.Calls.Should().Contain($"merge of {Shards} records").And.Contain("gate of merged/run.json, nightly-1");
        File.Exists(judge.PathTo("merged/summary.md")).Should().BeTrue("a red run is reported, too");
    }

    [TestCaseSource(nameof(Names))]
    public void Each_shard_says_which_of_them_it_is(string name)
    {
        var shards = ShardedRecipe.Of(name).Shards.Select(shard => shard.Environment);

        shards.Select(ShardOf).Should().Equal(Enumerable.Range(1, Shards).Select(index => $"{index}/{Shards}"));
    }

    [TestCaseSource(nameof(Names))]
    public void No_shell_is_given_a_text_that_a_request_can_choose(string name) =>
        string.Concat(ShardedRecipe.Of(name).Steps.Select(step => step.Script)).Should().NotContainAny("${{", "$(", "`");

    private static string ShardOf(IReadOnlyDictionary<string, string> environment) =>
        environment["CONFORMANCE_SHARD"] is var shard && shard == "auto"
            ? $"{environment["CI_NODE_INDEX"]}/{environment["CI_NODE_TOTAL"]}"
            : shard;
}
