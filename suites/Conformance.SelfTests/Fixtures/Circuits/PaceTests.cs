using System.Diagnostics;
using Conformance.Fixtures.Circuits;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Circuits;

/// <summary>No more requests go in any second than the operator allows.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PaceTests
{
    // The limiter counts in tenths of a second.
    private static readonly TimeSpan ASecondOrSo = TimeSpan.FromMilliseconds(850);

    [Test]
    public async Task Lets_so_many_go_in_any_second()
    {
        using var pace = new Pace(requestsPerSecond: 5);
        var clock = Stopwatch.StartNew();
        var times = new List<TimeSpan>();

        for (var i = 0; i < 12; i++)
        {
            await pace.Enter(CancellationToken.None);
            times.Add(clock.Elapsed);
        }

        times.Zip(times.Skip(5), (one, sixth) => sixth - one).Should().OnlyContain(time => time > ASecondOrSo);
    }

    [Test]
    public async Task Lets_all_go_where_there_is_no_limit()
    {
        using var pace = new Pace(requestsPerSecond: null);
        var clock = Stopwatch.StartNew();

        for (var i = 0; i < 10_000; i++)
            await pace.Enter(CancellationToken.None);

        clock.Elapsed.Should().BeLessThan(ASecondOrSo);
    }

    [Test]
    public async Task Waits_no_longer_than_anybody_wants_to()
    {
        using var pace = new Pace(requestsPerSecond: 1);
        using var stop = new CancellationTokenSource();
        await pace.Enter(stop.Token);
        var waiting = pace.Enter(stop.Token);

        await stop.CancelAsync();

        await FluentActions.Awaiting(() => waiting).Should().ThrowAsync<OperationCanceledException>();
    }
}
