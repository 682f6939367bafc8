using Conformance.Fixtures.Circuits;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Circuits;

/// <summary>Who only waits keeps nobody from the target, and goes on when there is a place for him.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class TargetGateTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    [Test]
    public async Task Lets_another_one_in_while_the_first_only_waits()
    {
        var gate = new TargetGate(capacity: 1);
        using var first = gate.Enter();
        var (wait, waiting) = Waiting();

        using (await Enter(gate))
        {
            gate.AtWork.Should().Be(1);
            gate.Inside.Should().Be(2);
            wait.SetResult(0);
            waiting.IsCompleted.Should().BeFalse("there is no place for two");
        }

        await waiting.WaitAsync(Bound);
        gate.AtWork.Should().Be(1);
    }

    [Test]
    public async Task Is_stepped_aside_from_as_often_as_there_is_something_to_wait_for()
    {
        var gate = new TargetGate(capacity: 1);
        using var first = gate.Enter();
        for (var time = 0; time < 3; time++)
        {
            var (wait, waiting) = Waiting();
            gate.AtWork.Should().Be(0);
            wait.SetResult(0);
            await waiting.WaitAsync(Bound);
            gate.AtWork.Should().Be(1);
        }
    }

    [Test]
    public async Task Counts_one_who_waits_in_two_branches_once()
    {
        var gate = new TargetGate(capacity: 1);
        using var first = gate.Enter();
        var (wait, waiting) = Waiting();
        var (other, otherwise) = Waiting();

        gate.AtWork.Should().Be(0);
        wait.SetResult(0);
        await waiting.WaitAsync(Bound);
        gate.AtWork.Should().Be(1);
        other.SetResult(0);
        await otherwise.WaitAsync(Bound);
        gate.AtWork.Should().Be(1);
    }

    [Test]
    public async Task Lets_nobody_in_alone_while_somebody_waits()
    {
        var gate = new TargetGate(capacity: 1);
        var first = gate.Enter();
        var (wait, waiting) = Waiting();

        Visit? alone = null;
        var thread = new Thread(() => alone = gate.EnterAlone()) { IsBackground = true };
        thread.Start();

        SpinWait.SpinUntil(() => thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin) || alone is not null, Bound).Should().BeTrue();
        alone.Should().BeNull("somebody only waits");
        wait.SetResult(0);
        await waiting.WaitAsync(Bound);
        first.Dispose();
        thread.Join(Bound).Should().BeTrue();
        alone!.Dispose();
    }

    // Whoever ends the wait has seen what comes of it when he goes on.
    private static (TaskCompletionSource<int> Wait, Task<int> Waiting) Waiting()
    {
        var wait = new TaskCompletionSource<int>();
        return (wait, Visit.WhileAside(wait.Task));
    }

    // As a scenario of its own does.
    private static Task<Visit> Enter(TargetGate gate) => Task.Run(gate.Enter).WaitAsync(Bound);
}
