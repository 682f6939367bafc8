using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Conformance.Suites.Calling;

/// <summary>Which tests of a run a call selects.</summary>
/// <param name="call">The call.</param>
/// <param name="run">The run.</param>
internal sealed class ScenarioChoice(SuiteCall call, ConformanceRun run)
{
    /// <summary>Whether it selects all.</summary>
    public bool IsAll => call is { Filter: null, Again.Count: 0 };

    /// <summary>What NUnit is to run.</summary>
    /// <param name="all">All tests.</param>
    /// <returns>Null if nothing is selected.</returns>
    /// <exception cref="SuiteNotBegunException">The filter cannot be read, or there is no record of an earlier run.</exception>
    public TestFilter? Of(ITest all)
    {
        if (IsAll)
            return TestFilter.Empty;

        List<Func<ITest, bool>> conditions = [];
        if (call.Filter is { } expression)
            conditions.Add(ScenarioFilter.Of(expression));

        if (call.Again.Count > 0)
            conditions.Add(EarlierRun.Had(run, call.EarlierFolder, call.Again));

        var chosen = Leaves(all).Where(test => conditions.TrueForAll(holds => holds(test))).ToList();
        return chosen.Count > 0
            ? TestFilter.FromXml($"<filter><or>{string.Concat(chosen.Select(test => $"<id>{test.Id}</id>"))}</or></filter>")
            : null;
    }

    private static IEnumerable<ITest> Leaves(ITest test) => test.IsSuite ? test.Tests.SelectMany(Leaves) : [test];
}
