using System.Runtime.InteropServices;

namespace Conformance.Suites.Wiring;

/// <summary>What stops a run of <c>dotnet test</c>: SIGTERM, SIGINT, and the death of a process that it was started by.</summary>
internal sealed class StopSignals : IDisposable
{
    /// <summary>When the process ends, whatever is still waited for, from the moment of the stop.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(9.5);

    private readonly RunCourse course;
    private readonly PosixSignalRegistration[] registrations;

    public StopSignals(RunCourse course)
    {
        this.course = course;
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop), PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop),
        ];
        AppDomain.CurrentDomain.ProcessExit += StopWithProcess;
        _ = StopWithAncestors();
    }

    /// <summary>Writes the record of a run that was stopped, when whatever is still going on has had its time.</summary>
    public static async Task EndInTime(RunCourse course)
    {
        await Task.Delay(Bound, TimeProvider.System);
        await course.EndAtOnce();
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= StopWithProcess;
        foreach (var registration in registrations)
            registration.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _ = Stop($"{signal.Signal}");
    }

    private async Task StopWithAncestors()
    {
        await Ancestors.Death();
        await Stop("the process that started it has ended");
    }

    // As when the test platform gives up because nobody listens to it any more. Other threads go on until this returns.
    private void StopWithProcess(object? sender, EventArgs e)
    {
        var stop = course.Current.Stop;
        stop.Ask("its process ends");
        SpinWait.SpinUntil(
            () => stop.Over.IsCancellationRequested || course.Current.Slots.All(slot => slot.Target is not { Gate.Inside: > 0 }),
            RunStop.TimeToClose);
        course.EndAtOnce().GetAwaiter().GetResult();
    }

    private async Task Stop(string why)
    {
        course.Current.Stop.Ask(why);
        try
        {
            await EndInTime(course);
        }
        finally
        {
            Environment.Exit(1);
        }
    }
}
