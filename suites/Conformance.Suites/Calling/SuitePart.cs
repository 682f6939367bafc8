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
    /// <summary>The targets.</summary>
    public IReadOnlyList<TargetSlot> Slots => run.Slots;

    /// <summary>Whether the call selects anything of them.</summary>
    /// <exception cref="SuiteNotBegunException">The filter cannot be read, or there is no record of an earlier run.</exception>
    public bool IsSelected() => choice.IsAll || Load().Filter is not null;

    /// <summary>Tests them, and forgets them.</summary>
    /// <exception cref="InvalidOperationException">Nothing of them is selected.</exception>
    public ITestResult Run(ITestListener listener, SuiteStop stop)
    {
        try
        {
            var (runner, filter) = Load();
            stop.Course = Suites.Run.Course;
            return runner.Run(listener, filter ?? throw new InvalidOperationException("Nothing of them is selected."));
        }
        finally
        {
            stop.Course = null;
            foreach (var slot in run.Slots)
            {
                slot.Target?.Dispose();
                slot.Target = null;
            }
        }
    }

    // Not kept: of many parts, all tests of all targets would be there at once.
    private (NUnitTestAssemblyRunner Runner, TestFilter? Filter) Load()
    {
        Suites.Run.Use(run);
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        return (runner, choice.Of(runner.Load(typeof(RunTests).Assembly, new Dictionary<string, object>())));
    }
}
