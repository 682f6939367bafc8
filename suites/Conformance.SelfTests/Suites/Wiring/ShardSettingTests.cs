using Conformance.Fixtures.Cleaning;
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
    }

    // Else the record of another night could stand in for that of a shard that died.
    [Test]
    public void Shards_without_the_name_of_their_run_are_refused() =>
        Run([("CONFORMANCE_SHARD", "1/2"), ("CONFORMANCE_SEED", "7")]).Problem
            .Should().Contain("name the run, the same in all of them, by CONFORMANCE_RUN_ID");

    [Test]
    public void Embedded_servers_are_not_shared() =>
        RunWiring.From(
            new Dictionary<string, string> { ["CONFORMANCE_SHARD"] = "1/2", ["CONFORMANCE_RUN_ID"] = "nightly-17" },
            new Dictionary<string, string> { ["targets"] = "embedded" })
            .Problem.Should().Be("Shards share one server, and each process embeds its own: name target files.");

    [Test]
    public void A_dry_run_tells_of_the_shard_and_what_is_too_little_for_it()
    {
        var told = Run([("CONFORMANCE_SHARD", "1/2"), ("CONFORMANCE_RUN_ID", "nightly-17"), ("CONFORMANCE_DRY_RUN", "1")]).Problem;
        var tooMany = Run([("CONFORMANCE_SHARD", "1/3"), ("CONFORMANCE_RUN_ID", "nightly-17"), ("CONFORMANCE_DRY_RUN", "1")]).Problem;

        told.Should().Contain(": the settings are sound").And.Contain("as shard 1/2, a part of the scenarios")
            .And.Contain("accounts: a, c\n");
        tooMany.Should().Contain("not all settings are sound").And.Contain("shared cannot be tested: 3 shards need 6 accounts");
    }

    private static string Of(string given, params (string, string)[] environment) =>
        Run([("CONFORMANCE_SHARD", given), ("CONFORMANCE_RUN_ID", "x"), .. environment]) is var run && run.Problem is null
            ? $"{run.Shard}"
            : run.Problem;

    private static ConformanceRun Run((string, string)[] environment)
    {
        var folder = Directory.CreateTempSubdirectory("conformance-");
        try
        {
            var file = Path.Combine(folder.FullName, "shared.json");
            File.WriteAllText(
                file,
                """
                { "name": "shared", "dialect": "matrix", "baseUrl": "http://127.0.0.1:1", "accounts": [
                  { "user": "a", "password": "${env:SECRET}" }, { "user": "b", "password": "${env:SECRET}" },
                  { "user": "c", "password": "${env:SECRET}" }, { "user": "d", "password": "${env:SECRET}" }] }
                """);
            return RunWiring.From(
                environment.Append(("SECRET", "correct horse")).Append((LedgerKey.Variable, OwnLedgerKey.Value))
                    .ToDictionary(pair => pair.Item1, pair => pair.Item2),
                new Dictionary<string, string> { ["targets"] = file });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
