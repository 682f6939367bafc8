using Conformance.Fixtures.Runs;
using Conformance.Suites.Wiring;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Wiring;

/// <summary>Which shard a run is, and what it says to whoever has not said it well.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ShardSettingTests
{
    private static readonly (string, string) Kubernetes = ("JOB_COMPLETION_INDEX", "3");

    private static readonly (string, string)[] GitLab = [("CI_NODE_INDEX", "3"), ("CI_NODE_TOTAL", "5")];

    [TestCase("2/8", "2/8")]
    [TestCase("1/1", "1/1")]
    [TestCase("1000/1000", "1000/1000")]
    public void It_may_be_named(string given, string shard) => Of(given, [.. GitLab, Kubernetes]).Should().Be(shard);

    [Test]
    public void Whoever_names_none_runs_the_whole_suite_even_in_a_matrix_of_GitLab()
    {
        var run = Run([.. GitLab, Kubernetes]);

        (run.Problem, run.Shard).Should().Be((null, null));
    }

    [Test]
    public void Kubernetes_counts_from_0_and_does_not_say_how_many_there_are()
    {
        Of("auto/4", Kubernetes).Should().Be("4/4");
        Of("auto", Kubernetes).Should().Contain("set it to auto/8 for 8 completions");
        Of("auto/3", Kubernetes).Should().Contain("asks for shard 4 of 3");
    }

    [Test]
    public void GitLab_says_both()
    {
        Of("auto", GitLab).Should().Be("3/5");
        Of("auto/5", GitLab).Should().Be("3/5");
        Of("auto/4", GitLab).Should().Contain("names 4 shards, and CI_NODE_TOTAL is 5");
        Of("auto", GitLab[0]).Should().Contain("CI_NODE_TOTAL does not say how many");
    }

    [Test]
    public void Where_no_engine_says_it_or_two_do_nobody_guesses()
    {
        Of("auto").Should().Contain("neither JOB_COMPLETION_INDEX of");
        Of("auto", [.. GitLab, Kubernetes]).Should().Contain("both JOB_COMPLETION_INDEX and CI_NODE_INDEX");
        Of("auto/2", ("JOB_COMPLETION_INDEX", "first")).Should().Contain("neither");
    }

    [TestCase("0/8")]
    [TestCase("9/8")]
    [TestCase("1/0")]
    [TestCase("1/1001")]
    [TestCase("auto/0")]
    public void A_shard_that_there_is_not_is_refused(string given) => Of(given, Kubernetes).Should().Contain("shards are counted from 1");

    [TestCase("2")]
    [TestCase("2 of 8")]
    [TestCase("-1/8")]
    [TestCase("2/8/9")]
    [TestCase("Auto")]
    [TestCase("1/99999999999")]
    [TestCase("2/8\n")]
    public void What_is_no_shard_is_refused(string given) =>
        Of(given).Should().Contain("give the shard and how many there are, such as 2/8");

    [Test]
    public void Shards_have_the_seed_of_their_run()
    {
        var first = Run([("CONFORMANCE_SHARD", "1/2"), ("CONFORMANCE_RUN_ID", "nightly-17")]);
        var second = Run([("CONFORMANCE_SHARD", "2/2"), ("CONFORMANCE_RUN_ID", "nightly-17")]);
        var other = Run([("CONFORMANCE_SHARD", "2/2"), ("CONFORMANCE_RUN_ID", "nightly-18")]);

        (first.Problem, first.Seed).Should().Be((null, second.Seed));
        other.Seed.Should().NotBe(first.Seed);
        Run([("CONFORMANCE_SHARD", "2/2"), ("CONFORMANCE_SEED", "7"), ("CONFORMANCE_RUN_ID", "nightly-18")]).Seed.Should().Be(7);
        Run([("CONFORMANCE_SHARD", "1/2")]).Problem
            .Should().StartWith("Shards have one seed: set CONFORMANCE_RUN_ID, or CONFORMANCE_SEED, ");
    }

    private static string Of(string given, params (string, string)[] environment) =>
        Run([("CONFORMANCE_SHARD", given), ("CONFORMANCE_SEED", "1"), .. environment]) is var run && run.Problem is null
            ? $"{run.Shard}"
            : run.Problem;

    private static ConformanceRun Run((string, string)[] environment) => RunWiring.From(
        environment.ToDictionary(pair => pair.Item1, pair => pair.Item2), new Dictionary<string, string> { ["targets"] = "embedded" });
}
