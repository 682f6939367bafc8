using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Gating;
using Conformance.Reports.Merging;
using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Merging;

/// <summary>Shards become one record only if all of them are there, once.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ShardSetTests
{
    [Test]
    public void All_of_them_are_one_record_which_is_no_shard_any_more()
    {
        var merged = Merge(Shard(2, 2), Shard(1, 2));

        merged.Shard.Should().BeNull();
        merged.Scenarios.Select(scenario => scenario.Scenario).Should().Equal("Of shard 1", "Of shard 2");
        JudgedRun.Of(merged).Gate.Reason.Should().NotContain("shard");
    }

    [Test]
    public void The_only_one_is_the_whole() => Merge(Shard(1, 1)).Shard.Should().BeNull();

    [Test]
    public void One_that_is_missing_is_named()
    {
        Refusal(Shard(1, 3), Shard(3, 3)).Should().Be("of staging there is no record of the shard 2/3: name the records of all shards.");
        Refusal(Shard(4, 4)).Should().Contain("the shards 1/4, 2/4, 3/4:");
    }

    [Test]
    public void One_that_is_there_twice_is_refused() =>
        Refusal(Shard(1, 2), Shard(2, 2), Shard(2, 2) with { EndedAt = Noon.AddHours(9) })
            .Should().StartWith("1.json and 2.json are both shard 2/2 of staging: name each shard once");

    [Test]
    public void One_of_another_deal_is_refused() =>
        Refusal(Shard(1, 2), Shard(2, 3)).Should().Be(
            "0.json is shard 1/2 of staging, and 1.json is shard 2/3: merge the shards of one run only.");

    [Test]
    public void A_run_that_is_no_shard_is_refused() =>
        Refusal(Shard(2, 2) with { Shard = null }, Shard(1, 2)).Should().Contain("1.json is shard 1/2 of staging, and 0.json is no shard");

    [Test]
    public void One_of_another_run_plan_or_seed_is_refused()
    {
        Refusal(Shard(1, 2), Shard(2, 2) with { RunId = "another" }).Should().Contain("CONFORMANCE_RUN_ID");
        Refusal(Shard(1, 2), Shard(2, 2) with { PlanDigest = "sha256:0" }).Should().Contain("not the same plan");
        Refusal(Shard(1, 2), Shard(2, 2) with { Seed = 99 }).Should().Contain("CONFORMANCE_SEED");
    }

    [Test]
    public void What_no_suite_writes_is_refused()
    {
        Refusal(Shard(1, 2) with { RunId = null }, Shard(2, 2) with { RunId = null }).Should().Contain("of the run without a name");
        Refusal(Shard(1, 2), Shard(2, 2), Shard(3, 2)).Should().StartWith("2.json is shard 3/2 of the run nightly-17");
        Refusal(Shard(1, 1000)).Should().Contain("2/1000, 3/1000").And.Contain("11/1000, …");
    }

    [Test]
    public void A_waiver_is_judged_on_the_whole()
    {
        var excused = Fold([Waiver("MTX-LOGOUT-02")], [Finished("MTX-LOGOUT-02", Verdict.Pass)]);

        JudgedRun.Of(excused).Gate.WaiverProblems.Should().ContainSingle("there is nothing to excuse");
        JudgedRun.Of(excused with { Shard = new Shard(1, 2) }).Gate.WaiverProblems
            .Should().BeEmpty("another shard may have what it excuses");
    }

    [Test]
    public void A_scenario_that_two_have_judged_is_refused() =>
        Refusal(Shard(1, 2), Shard(2, 2) with { Scenarios = Shard(1, 2).Scenarios })
            .Should().Contain("0.json and 1.json have both judged Of shard 1");

    [Test]
    public void One_alone_meets_no_profile()
    {
        var profile = KnownContracts.All.FindProfile("matrix-logout")!;
        var whole = SoundRuns.Of(profile.Requires.ToDictionary(row => row, _ => Verdict.Pass));
        JudgedRun.Of(whole, profile).Gate.Conformity.Should().Be(Conformity.Conformant, "control");

        var gate = JudgedRun.Of(whole with { Shard = new Shard(1, 2) }, profile).Gate;

        gate.Conformity.Should().NotBe(Conformity.Conformant);
        gate.Reason.Should().Contain("it is shard 1/2 alone: merge all shards, and judge that record");
    }

    private static RunRecord Shard(int index, int count) =>
        Fold(Finished("MTX-LOGOUT-02", Verdict.Pass, $"Of shard {index}")) with { Shard = new Shard(index, count), RunId = "nightly-17" };

    private static RunRecord Merge(params RunRecord[] runs) => RunMerging.Merge(Named(runs)).Single();

    private static string Refusal(params RunRecord[] runs) =>
        FluentActions.Invoking(() => RunMerging.Merge(Named(runs))).Should().Throw<UnfitRunsException>().Which.Message;

    private static List<NamedRun> Named(RunRecord[] runs) => [.. runs.Select((run, i) => new NamedRun($"{i}.json", run))];
}
