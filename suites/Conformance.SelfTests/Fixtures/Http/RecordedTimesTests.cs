using Conformance.Fixtures.Matrix;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>When exchanges are said to have begun and ended: the session ledger finds out by that what was over before what.</summary>
public sealed class RecordedTimesTests
{
    [Test]
    public async Task Let_no_exchange_end_before_it_did()
    {
        var pause = TimeSpan.FromMilliseconds(100);
        using var server = new CannedServer(CannedReply.Json(401, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl), new PausingTime(pause));
        var scenario = target.Enter();

        var client = new MatrixClient(target.Run);

        // The first one connects, which takes its time.
        await client.WhoAmI(token: null);
        await client.WhoAmI(token: null);

        // Half of it: a wait and a clock need not agree to the millisecond, and an answer without the pause takes a few.
        (await scenario.Finish(ended: null)).Exchanges[^1].Milliseconds.Should().BeGreaterThan(
            pause.TotalMilliseconds / 2, "the request was sent so long after the time that is recorded");
    }

    /// <summary>A busy machine: whoever has read the clock is held up before he can do anything with it.</summary>
    private sealed class PausingTime(TimeSpan pause) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            var now = base.GetUtcNow();
            using var never = new ManualResetEventSlim();
            never.Wait(pause);
            return now;
        }
    }
}
