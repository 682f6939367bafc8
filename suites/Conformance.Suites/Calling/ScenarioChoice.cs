using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Conformance.Suites.Calling;

/// <summary>Which tests a call selects.</summary>
/// <param name="call">The call.</param>
/// <param name="run">Its run.</param>
internal sealed class ScenarioChoice(SuiteCall call, ConformanceRun run)
{
    /// <summary>What NUnit is to run.</summary>
    /// <param name="all">All tests.</param>
    /// <returns>Null if there is nothing to run again.</returns>
    /// <exception cref="SuiteNotBegunException">Nothing is selected.</exception>
    public TestFilter? Of(ITest all)
    {
        List<Func<ITest, bool>> conditions = [];
        if (call.Filter is { } expression)
            conditions.Add(ScenarioFilter.Of(expression));

        if (call.Again.Count > 0)
            conditions.Add(EarlierRun.Had(run, call.EarlierFolder, call.Again));

        if (conditions.Count == 0)
            return TestFilter.Empty;

        var chosen = Leaves(all).Where(test => conditions.TrueForAll(holds => holds(test))).ToList();
        return chosen.Count > 0
            ? TestFilter.FromXml($"<filter><or>{string.Concat(chosen.Select(test => $"<id>{test.Id}</id>"))}</or></filter>")
            : call.Filter is null ? null
            : throw new SuiteNotBegunException(
                $"no scenario matches the filter {call.Filter}{(call.Again.Count > 0 ? $" and {WithVerdict}" : "")}; conformance list "
                + "scenarios names all of them.");
    }

    /// <summary>What scenarios have that are run again.</summary>
    public string WithVerdict =>
        $"has the verdict {string.Join(" or ", call.Again).ToLowerInvariant()} in the records in {call.EarlierFolder}";

    private static IEnumerable<ITest> Leaves(ITest test) => test.IsSuite ? test.Tests.SelectMany(Leaves) : [test];
}
