using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Verification;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Verification.Forgery;

namespace Conformance.SelfTests.Reports.Verification;

/// <summary>Nobody can say of a run that it was of another server, at another time, or of more than it was.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ForgedCircumstancesTests
{
    private const string Elsewhere = "which is not below target/baseUrl";
    private const string Dropped = "LogoutTests.Succeeds_without_a_body";

    [TestCase("https://api.vendor.example")]
    [TestCase("http://127.0.0.1:1")]
    [TestCase("http://127.0.0.1")]
    public async Task Another_server_is_found(string baseUrl) =>
        Problems(At(await RecordedRun.Record(), baseUrl))
            .Should()
            .Contain(problem => problem.Contains(Elsewhere, StringComparison.Ordinal));

    [TestCase(true)]
    [TestCase(false)]
    public async Task Nodes_are_those_that_the_record_names(bool isNamed)
    {
        var record = await RecordedRun.Record();
        var moved = At(record, "http://127.0.0.1:1");
        var nodes = isNamed ? record.Target.BaseUrl : "http://127.0.0.1:2";

        Problems(moved with { Target = moved.Target with { FurtherBaseUrls = [nodes] } })
            .Any(problem => problem.Contains(Elsewhere, StringComparison.Ordinal)).Should().Be(!isNamed);
    }

    [Test]
    public async Task Another_path_of_the_server_is_found()
    {
        var record = await RecordedRun.Record();

        Problems(At(record, $"{record.Target.BaseUrl}/production"))
            .Should()
            .Contain(problem => problem.Contains(Elsewhere, StringComparison.Ordinal));
    }

    [Test]
    public async Task The_same_server_in_another_spelling_is_none()
    {
        var record = await RecordedRun.Record();

        Problems(At(record, record.Target.BaseUrl.ToUpperInvariant()))
            .Should()
            .NotContain(problem => problem.Contains(Elsewhere, StringComparison.Ordinal));
    }

    [TestCase("http://127.0.0.1/v1", true, true)]
    [TestCase("http://127.0.0.1/v1", false, false)]
    [TestCase("http://vendor.example/v1", true, false)]
    [TestCase("no URL", true, false)]
    public async Task What_breaks_HTTP_may_go_to_another_port_of_the_same_host(string url, bool breaksHttp, bool holds)
    {
        var record = await RecordedRun.Forged(scenario => scenario with { Exchanges = [.. scenario.Exchanges.Select(Sent)] });

        Problems(record).Any(problem => problem.Contains(Elsewhere, StringComparison.Ordinal)).Should().Be(!holds);

        Exchange Sent(Exchange exchange) => exchange with { Request = exchange.Request with { Url = url, BreaksHttp = breaksHttp } };
    }

    [Test]
    public async Task A_start_long_before_the_first_exchange_is_found() =>
        Problems(await Shifted(start: -TimeSpan.FromDays(2)))
            .Should()
            .Contain(problem => problem.Contains("and the first exchange began at", StringComparison.Ordinal));

    [Test]
    public async Task A_start_after_the_exchanges_is_found() =>
        Problems(await Shifted(start: TimeSpan.FromMinutes(2)))
            .Should()
            .Contain(problem => problem.Contains("outside of the run", StringComparison.Ordinal)).And
            .Contain(problem => problem.Contains("before startedAt", StringComparison.Ordinal));

    [Test]
    public async Task An_end_before_the_exchanges_is_found() =>
        Problems(await Shifted(end: -TimeSpan.FromMinutes(2)))
            .Should()
            .Contain(problem => problem.Contains("outside of the run", StringComparison.Ordinal));

    [Test]
    public async Task A_scenario_that_lasted_longer_than_its_run_is_found() =>
        Problems(await RecordedRun.Forged(scenario => scenario with { Milliseconds = 36e5 }))
            .Should()
            .Contain(problem => problem.Contains("longer than the run", StringComparison.Ordinal));

    [Test]
    public async Task An_exchange_that_lasted_longer_than_its_run_is_found() =>
        Problems(await RecordedRun.Forged(
            scenario => scenario with { Exchanges = [.. scenario.Exchanges.Select(exchange => exchange with { Milliseconds = 36e5 })] }))
            .Should().Contain(problem => problem.Contains("outside of the run", StringComparison.Ordinal));

    [Test]
    public async Task A_scenario_that_was_dropped_before_anything_was_folded_is_found()
    {
        var again = Recomputation.Of(await WithoutKeptToken() with { SuiteVersion = ThisSuite.Version });

        again.Contradictions.Should().Equal(new Contradiction(
            "MTX-LOGOUT-01, LogoutTests.Succeeds_without_a_body",
            "is a scenario of the suite that the record neither has nor lists in leftOut"));
    }

    [Test]
    public async Task A_scenario_that_another_version_may_not_have_had_is_counted()
    {
        var again = Recomputation.Of(await WithoutKeptToken() with { SuiteVersion = "0.0.1" });

        again.Contradictions.Should().BeEmpty();
        again.Trusted.Missing.Should().Be(1);
    }

    private static RunRecord At(RunRecord record, string baseUrl) => record with { Target = record.Target with { BaseUrl = baseUrl } };

    private static async Task<RunRecord> Shifted(TimeSpan start = default, TimeSpan end = default) => RecordedRun.Fold(
        [.. (await RecordedRun.Journal).Select(entry => entry switch
        {
            RunStarted started => started with { StartedAt = started.StartedAt + start },
            RunEnded ended => new RunEnded(ended.EndedAt + end),
            _ => entry,
        })]);

    private static async Task<RunRecord> WithoutKeptToken() => RecordedRun.Fold(
        [.. (await RecordedRun.Journal).Where(
            entry => entry is not (ScenarioPlanned { Scenario: Dropped } or ScenarioFinished { Scenario: Dropped }))]);
}
