using Conformance.Fixtures.Answers;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Fixtures.Waiting;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Waiting;

/// <summary>A promise that may take its time is asked for at once, then again until its bound is over, and no longer.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PollingTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(2);

    [Test]
    public async Task Takes_an_immediate_answer_without_waiting()
    {
        var (finished, time, asked) = await Promise(Bound, refusedFrom: 1);

        finished.Verdict.Should().Be(Verdict.Pass);
        finished.Observations.Should().Equal(new Observation("end of the token", "immediate"));
        (time.Waited, asked).Should().Be((TimeSpan.Zero, 1));
    }

    [Test]
    public async Task Waits_for_an_eventual_answer()
    {
        var (finished, time, asked) = await Promise(Bound, refusedFrom: 4);

        finished.Verdict.Should().Be(Verdict.Pass);
        finished.Observations.Should().Equal(new Observation("end of the token", "eventual"));
        (time.Waited, asked).Should().Be((TimeSpan.FromMilliseconds(150), 4));
    }

    [Test]
    public async Task Ends_at_the_bound_and_judges_the_last_answer()
    {
        var (finished, time, asked) = await Promise(Bound, refusedFrom: int.MaxValue);

        finished.Verdict.Should().Be(Verdict.Fail);
        finished.Findings.Should().ContainSingle().Which.Exchange.Should().Be(asked, "one violation is told once, by the last answer");
        finished.Observations.Should().Equal(new Observation("end of the token", "never"));
        time.Waited.Should().Be(Bound);
    }

    [Test]
    public async Task Asks_once_where_nothing_is_tolerated()
    {
        var (finished, time, asked) = await Promise(TimeSpan.Zero, refusedFrom: 2);

        finished.Verdict.Should().Be(Verdict.Fail);
        finished.Observations.Should().BeEmpty("there was nothing to wait for");
        (time.Waited, asked).Should().Be((TimeSpan.Zero, 1));
    }

    [Test]
    public async Task Waits_until_shortly_before_the_turn_of_a_second_by_the_clock_of_the_target()
    {
        var (time, lead) = (new SkippingTime(), TimeSpan.FromMilliseconds(20));
        using var target = new DrivenTarget(DrivenTarget.Settings("http://127.0.0.1:1"), time);
        target.Enter();

        await Polling.PauseBeforeTurnOfSecond(lead);
        time.Waited.Should().Be(TimeSpan.FromMilliseconds(980));
        await Polling.Pause(lead / 2);
        await Polling.PauseBeforeTurnOfSecond(lead);
        time.Waited.Should().Be(TimeSpan.FromMilliseconds(1980));
    }

    [Test]
    public async Task Tells_how_long_it_took_or_that_it_never_came()
    {
        (await Until(refusedFrom: 4)).Should().Be(150);
        (await Until(refusedFrom: int.MaxValue)).Should().BeNull();
    }

    [Test]
    public async Task Asks_once_when_a_pause_is_over()
    {
        var time = new SkippingTime();
        using var server = Server(refusedFrom: 2);
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl), time);
        target.Enter();

        var answer = await Polling.Later(Bound, () => new MatrixClient(target.Run).WhoAmI(token: null));

        (time.Waited, server.Requests.Count, answer.Status).Should().Be((Bound, 1, 200));
    }

    [Test]
    public async Task Asks_for_most_of_what_was_closed_once_when_enough_has_outlived_the_tolerance()
    {
        var time = new SkippingTime();
        using var immortal = Server(refusedFrom: int.MaxValue);
        using var target = new DrivenTarget(
            DrivenTarget.Settings(immortal.BaseUrl) with { Tolerances = new ToleranceSettings { Revocation = Bound } }, time);
        target.Enter();
        async Task<TimeSpan> Close(int refusedAt)
        {
            var (asked, started) = (0, time.Waited);
            (await Polling.IsClosed(target.Run, () => new MatrixClient(target.Run).WhoAmI(token: null), _ => ++asked == refusedAt))
                .Should().Be(refusedAt > 0);
            return time.Waited - started;
        }

        async Task<TimeSpan[]> CloseImmortal(int count)
        {
            var waited = new TimeSpan[count];
            for (var each = 0; each < count; each++)
                waited[each] = await Close(refusedAt: 0);
            return waited;
        }

        (await CloseImmortal(ClosingPatience.Enough - 1)).Should().OnlyContain(waited => waited == Bound);
        (await Close(refusedAt: 4)).Should().BePositive("one that ends in time makes it worth while to wait");
        (await CloseImmortal(ClosingPatience.Enough)).Should().OnlyContain(waited => waited == Bound);
        (await Close(refusedAt: 1)).Should().Be(TimeSpan.Zero, "what is closed at once says nothing of those that are not");
        (await CloseImmortal(ClosingPatience.Unawaited - 1)).Should().OnlyContain(waited => waited == TimeSpan.Zero);
        (await Close(refusedAt: 4)).Should().BePositive("now and then one is waited for");
        (await Close(refusedAt: 0)).Should().Be(Bound, "since it came late");
    }

    private static async Task<double?> Until(int refusedFrom)
    {
        using var server = Server(refusedFrom);
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl), new SkippingTime());
        target.Enter();
        return (await Polling.Until(
            Bound, () => new MatrixClient(target.Run).WhoAmI(token: null), answer => answer.Status == 401)).Milliseconds;
    }

    private static async Task<(ScenarioFinished Finished, SkippingTime Time, int Asked)> Promise(TimeSpan bound, int refusedFrom)
    {
        var time = new SkippingTime();
        using var server = Server(refusedFrom);
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl), time);
        var scenario = target.Enter();

        await Polling.PromiseWithin(
            "end of the token", bound, () => new MatrixClient(target.Run).WhoAmI(token: null), answer => answer.HaveStatus(401));

        return (await scenario.Finish(ended: null), time, server.Requests.Count);
    }

    private static CannedServer Server(int refusedFrom)
    {
        var asked = 0;
        return new CannedServer(_ => CannedReply.Json(Interlocked.Increment(ref asked) < refusedFrom ? 200 : 401, "{}"));
    }
}
