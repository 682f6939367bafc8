using NUnit.Framework.Interfaces;

namespace Conformance.Suites.Wiring;

/// <summary>Begins and ends a run around the scenarios of an assembly, whatever their contract.</summary>
public static class RunCourse
{
    /// <summary>Plans the scenarios among some tests, removes the reports of an earlier run, and opens the targets.</summary>
    /// <param name="run">The run.</param>
    /// <param name="tests">What NUnit is going to run.</param>
    public static Task Begin(ConformanceRun run, IEnumerable<ITest> tests)
    {
        var plan = Scenarios.Plan(tests);
        RunReports.RemoveEarlier(run);
        return run.Start(plan, new Selection(plan).LeftOut);
    }

    /// <summary>Writes records and reports, and tells on the console's error stream what they are.</summary>
    /// <exception cref="RunIsRedException">Something is wrong that no single test shows.</exception>
    public static Task End(ConformanceRun run) => RunEnding.Conclude(run, Console.Error);
}
