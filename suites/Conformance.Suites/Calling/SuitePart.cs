using System.Runtime.InteropServices;
using Conformance.Suites.Wiring;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Conformance.Suites.Calling;

/// <summary>
/// Some targets of a call, which are tested at the same time. NUnit keeps all that it knows of a test until its run has ended.
/// </summary>
/// <param name="run">Their run.</param>
/// <param name="choice">Which of their tests the call selects.</param>
internal sealed class SuitePart(ConformanceRun run, ScenarioChoice choice)
{
    private (NUnitTestAssemblyRunner Runner, TestFilter? Filter)? loaded;

    /// <summary>Whether the call selects anything of them.</summary>
    /// <exception cref="SuiteNotBegunException">The filter cannot be read, or there is no record of an earlier run.</exception>
    public bool IsSelected() => choice.IsAll || Load().Filter is not null;

    /// <summary>Tests them, and forgets them.</summary>
    /// <exception cref="InvalidOperationException">Nothing of them is selected.</exception>
    public ITestResult Run(ITestListener listener, CancellationToken interruption)
    {
        try
        {
            var (runner, filter) = Load();
            return Run(runner, filter ?? throw new InvalidOperationException("Nothing of them is selected."), listener, interruption);
        }
        finally
        {
            loaded = null;
            foreach (var slot in run.Slots)
            {
                slot.Target?.Dispose();
                slot.Target = null;
            }
        }
    }

    private ITestResult Run(NUnitTestAssemblyRunner runner, TestFilter filter, ITestListener listener, CancellationToken interruption)
    {
        Suites.Run.Use(run);
        var course = Suites.Run.Course;
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => Stop(signal, course));
        using var stop = interruption.Register(() => Stop("it was interrupted", course));
        return runner.Run(listener, filter);
    }

    private (NUnitTestAssemblyRunner Runner, TestFilter? Filter) Load()
    {
        if (loaded is { } before)
            return before;

        Suites.Run.Use(run);
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        var all = runner.Load(typeof(RunTests).Assembly, new Dictionary<string, object>());
        loaded = (runner, choice.Of(all));
        return loaded.Value;
    }

    private static void Stop(PosixSignalContext signal, RunCourse course)
    {
        signal.Cancel = true;
        Stop($"{signal.Signal}", course);
    }

    private static void Stop(string why, RunCourse course)
    {
        course.Current.Stop.Ask(why);
        _ = StopSignals.EndInTime(course);
    }
}
