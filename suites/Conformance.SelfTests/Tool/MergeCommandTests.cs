using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Records;
using Conformance.SelfTests.Reports;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance merge</c>: shards become one record, targets a set, and what does not fit is refused.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class MergeCommandTests : IDisposable
{
    private static readonly ScenarioFinished First = Scenario("MTX-LOGOUT-02", "A", "<access-token#3>");
    private static readonly ScenarioFinished Second = Scenario("MTX-LOGOUT-03", "B", "<access-token#1>");

    private readonly ToolFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Leaves_a_single_run_as_it_is() =>
        RunRecordJson.Write((await Merge(SampleRun.Record)).Single()).Should().Be(RunRecordJson.Write(SampleRun.Record));

    [Test]
    public async Task Refuses_the_same_run_twice() => await Refuses(Fold(First), Fold(First), "are the same run: name each shard once");

    [Test]
    public async Task Names_what_no_shard_has_run()
    {
        string[] leftOut = [.. Enumerable.Range(1, 12).Select(number => $"A.B({number})")];
        var shards = new[] { Fold(First), Fold(Second) }.Select((run, i) => folder.Save($"{i}.json", run with { LeftOut = leftOut }));

        var call = await ToolCall.Of(["merge", .. shards, "--out", folder.PathTo("out.json")]);

        call.Output.Should().ContainAll("no shard ran them: 12 scenarios", "A.B(1)", "A.B(10)", "and 2 more").And.NotContain("A.B(11)");
    }

    [Test]
    public async Task Makes_one_record_of_shards()
    {
        var merged = (await Merge(Fold(First), Fold(Second) with { StartedAt = Noon.AddMinutes(-1), EndedAt = Noon })).Single();

        merged.Requirements
            .Select(result => (result.Id, result.Verdict))
            .Should()
            .Equal(("MTX-LOGOUT-02", Verdict.Fail), ("MTX-LOGOUT-03", Verdict.Fail));
        (merged.StartedAt, merged.EndedAt).Should().Be((Noon.AddMinutes(-1), Ended.EndedAt));
        (merged.Totals.Scenarios, merged.Totals.Requests, merged.Totals.Logins).Should().Be((2, 2, 2));
    }

    [Test]
    public async Task Keeps_the_evidence_of_shards_apart()
    {
        var merged = (await Merge(Fold(First), Fold(Second))).Single();

        var (a, b) = (merged.Scenarios[0], merged.Scenarios[1]);
        (a.Exchanges[0].Number, a.Findings[0].Exchange, a.Judgements[0].Exchange, a.FailedControl).Should().Be((1, 1, 1, 1));
        (b.Exchanges[0].Number, b.Findings[0].Exchange, b.Judgements[0].Exchange, b.FailedControl).Should().Be((2, 2, 2, 2));
        (a.LeftOpen[0], b.LeftOpen[0]).Should().Be(("<access-token#3>", "<access-token#4>"));
        b.Exchanges[0].Request.Url.Should().EndWith("%3Caccess-token%234%3E");
    }

    [Test]
    public async Task Counts_what_every_shard_did_before_its_scenarios()
    {
        var preflight = new PreflightFinished
        {
            Logins = 2,
            LeftOpen = ["<access-token#1>"],
            Exchanges = [Exchange(7, "POST /login", 200)],
            Discrepancies = ["the same"],
        };

        var merged = (await Merge(Fold(preflight, First), Fold(preflight, Second))).Single();

        (merged.Totals.Logins, merged.Totals.Requests).Should().Be((6, 4));
        merged.Preflight!.Discrepancies.Should().Equal("the same");
        merged.Preflight.LeftOpen.Should().Equal("<access-token#1>", "<access-token#4>");
    }

    [Test]
    public async Task Leaves_out_only_what_every_shard_has_left_out() =>
        (await Merge(
            Fold(First) with { LeftOut = ["A.Ran_elsewhere", "B.Ran_nowhere"] }, Fold(Second) with { LeftOut = ["B.Ran_nowhere"] }))
            .Single().LeftOut.Should().Equal("B.Ran_nowhere");

    [Test]
    public async Task Has_no_end_where_a_shard_was_killed()
    {
        folder.Save("journal.jsonl", Started, Planned("MTX-LOGOUT-03", "B"));

        var call = await ToolCall.Of(
            "merge", folder.Save("1.json", Fold(First)), folder.PathTo("journal.jsonl"), "--out", folder.PathTo("out.json"));

        call.Code.Should().Be(ExitCode.Success, call.Error);
        var merged = RunSetJson.Read(await File.ReadAllTextAsync(folder.PathTo("out.json")), "out.json").Single();
        merged.EndedAt.Should().BeNull();
        merged.Scenarios[1].Verdict.Should().Be(Verdict.Error);
    }

    [Test]
    public async Task Makes_a_set_of_several_targets()
    {
        var other = Fold(Second) is var run ? run with { Target = Target with { Name = "production" } } : run;

        var merged = await Merge(other, Fold(First), Fold(Second) with { EndedAt = Noon.AddHours(1) });

        merged.Select(each => (each.Target.Name, each.Scenarios.Count)).Should().Equal(("production", 1), ("staging", 2));
    }

    [Test]
    public async Task Refuses_another_outcome_of_the_same_scenario() =>
        await Refuses(Fold(First), Fold(First with { Verdict = Verdict.Pass }), "both ran A");

    [Test]
    public async Task Refuses_another_target_of_the_same_name() =>
        await Refuses(Fold(First), Fold(Second) with { Target = Target with { Edition = "v1.13" } }, "target's edition");

    [Test]
    public async Task Refuses_another_suite()
    {
        await Refuses(Fold(First), Fold(Second) with { SuiteVersion = "0.2.0" }, "0.2.0");
        await Refuses(Fold(First), Fold(Second) with { SuiteDigest = null }, "two builds");
    }

    [Test]
    public async Task Refuses_another_seed() => await Refuses(Fold(First), Fold(Second) with { Seed = 7 }, "CONFORMANCE_SEED");

    [Test]
    public async Task Refuses_a_server_that_lost_a_capability() => await Refuses(
        Fold(new PreflightFinished { Capabilities = [new("guests", IsUsed: true)] }, First),
        Fold(new PreflightFinished { Capabilities = [new("guests", IsUsed: false)] }, Second),
        "guests");

    private static ScenarioFinished Scenario(string requirement, string name, string token) =>
        Finished(requirement, Verdict.Fail, name) with
        {
            Findings = [Finding(requirement, Verdict.Fail, 1)],
            Judgements = [new Judgement(1, JudgementKind.Promise, [new Expectation(Aspect.Status, ["401"], Holds: false)])],
            FailedControl = 1,
            LeftOpen = [token],
            Logins = 1,
            Exchanges = [Exchange(1, "GET /devices", 200) is var exchange
                ? exchange with { Request = exchange.Request with { Url = $"https://hs.example/{Uri.EscapeDataString(token)}" } }
                : exchange],
        };

    private async Task<IReadOnlyList<RunRecord>> Merge(params RunRecord[] runs)
    {
        var output = folder.PathTo("merged.json");
        var call = await ToolCall.Of(["merge", .. runs.Select((run, i) => folder.Save($"{i}.json", run)), "--out", output]);
        call.Code.Should().Be(ExitCode.Success, call.Error);
        return RunSetJson.Read(await File.ReadAllTextAsync(output), output);
    }

    private async Task Refuses(RunRecord one, RunRecord other, string why)
    {
        var call = await ToolCall.Of(
            "merge", folder.Save("one.json", one), folder.Save("other.json", other), "--out", folder.PathTo("out.json"));

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().ContainAll("one.json", "other.json", why);
        File.Exists(folder.PathTo("out.json")).Should().BeFalse();
    }
}
