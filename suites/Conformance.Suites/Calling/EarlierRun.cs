using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.Reports.Records;
using NUnit.Framework.Interfaces;

namespace Conformance.Suites.Calling;

/// <summary>What an earlier run has come to, for whoever runs a part of it again.</summary>
internal static class EarlierRun
{
    /// <summary>Says of each test whether it had one of some verdicts.</summary>
    /// <param name="run">The run that is about to begin.</param>
    /// <param name="folder">Where the earlier one wrote its records.</param>
    /// <param name="verdicts">The verdicts.</param>
    /// <exception cref="SuiteNotBegunException">There is no record of a target.</exception>
    /// <exception cref="UnreadableRecordException">A record cannot be read.</exception>
    public static Func<ITest, bool> Had(ConformanceRun run, string folder, IReadOnlyCollection<Verdict> verdicts)
    {
        var again = run.Slots
            .SelectMany(slot => Names(Path.Combine(folder, slot.Name, "run.json"), verdicts), (slot, name) => (slot.Name, name))
            .ToHashSet();
        return test => Scenarios.SlotOf(test) is { } slot && again.Contains((slot.Name, Scenarios.NameOf(test)));
    }

    private static IEnumerable<string> Names(string file, IReadOnlyCollection<Verdict> verdicts) => File.Exists(file)
        ? RunRecordJson.Read(File.ReadAllText(file), file).Scenarios
            .Where(scenario => verdicts.Contains(scenario.Verdict))
            .Select(scenario => scenario.Scenario)
        : throw new SuiteNotBegunException($"there is no record {file} of an earlier run; run the whole first.");
}
