using Conformance.Schemas.Data;
using Conformance.Schemas.Scenarios;

namespace Conformance.Schemas.Costs;

/// <summary>What the scenarios of a contract cost, as data. A self-test measures it, and keeps the data true.</summary>
/// <param name="byName">The costs by the name of the scenario, with its case.</param>
public sealed class CostList(IReadOnlyDictionary<string, ScenarioCost> byName)
{
    /// <summary>Those of a contract of which nobody has measured any.</summary>
    public static CostList Unknown { get; } = new(new Dictionary<string, ScenarioCost>());

    private readonly ScenarioCost usual = Middle([.. byName.Values]) ?? new ScenarioCost { Logins = 1, Accounts = 1 };

    /// <summary>The scenarios that were measured.</summary>
    public IReadOnlyDictionary<string, ScenarioCost> ByName => byName;

    /// <summary>Reads the costs of a contract, such as <c>Costs/matrix.json</c>.</summary>
    public static CostList Read(DataFiles files, string name) => new(files.Read<Dictionary<string, ScenarioCost>>(name));

    /// <summary>
    /// The cost of a scenario. Of a case that was not measured it is that of the dearest other case; of a scenario of which none was, what
    /// scenarios cost in the middle.
    /// </summary>
    /// <param name="scenario">Fixture and method, with the case, as records name it.</param>
    public ScenarioCost Of(string scenario) => byName.TryGetValue(scenario, out var measured)
        ? measured
        : InOrder(byName
            .Where(other => ScenarioName.WithoutCase(other.Key) == ScenarioName.WithoutCase(scenario))
            .Select(other => other.Value))
            .LastOrDefault(usual);

    private static ScenarioCost? Middle(IReadOnlyList<ScenarioCost> costs) => InOrder(costs).ElementAtOrDefault(costs.Count / 2);

    private static IEnumerable<ScenarioCost> InOrder(IEnumerable<ScenarioCost> costs) =>
        costs.OrderBy(cost => cost.Logins + cost.LiveSessions).ThenBy(cost => cost.Requests.Values.Sum());
}
