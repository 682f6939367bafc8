using System.Runtime.InteropServices;
using Conformance.Suites.Wiring;

namespace Conformance.Suites.Calling;

/// <summary>Stops a called run: SIGHUP, and whatever stops the program that called it.</summary>
internal sealed class SuiteStop : IDisposable
{
    private readonly ConformanceRun run;
    private readonly PosixSignalRegistration hangup;
    private readonly CancellationTokenRegistration interrupted;
    private volatile RunCourse? course;

    /// <param name="run">The whole run, all parts of which stop with it.</param>
    /// <param name="interruption">Is cancelled when the program is stopped.</param>
    public SuiteStop(ConformanceRun run, CancellationToken interruption)
    {
        this.run = run;
        hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            Stop($"{signal.Signal}");
        });
        interrupted = interruption.Register(() => Stop("it was interrupted"));
    }

    /// <summary>The course of the part that is tested now, whose record is to be written in time; null for none.</summary>
    public RunCourse? Course
    {
        set => course = value;
    }

    public void Dispose()
    {
        hangup.Dispose();
        interrupted.Dispose();
    }

    private void Stop(string why)
    {
        run.Stop.Ask(why);
        if (course is { } current)
            _ = StopSignals.EndInTime(current);
    }
}
