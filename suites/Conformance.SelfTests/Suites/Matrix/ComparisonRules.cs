using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;

namespace Conformance.SelfTests.Suites.Matrix;

/// <summary>What holds for each line that compares a test of another suite with this one.</summary>
internal static class ComparisonRules
{
    /// <summary>What is wrong with a line, each in one sentence; nothing if it holds.</summary>
    public static IEnumerable<string> Faults(ComparisonLine line)
    {
        var unknown = line.Mentioned.Where(id => !KnownContracts.Matrix.Catalogue.TryFind(id, out _)).ToList();
        return unknown.Count > 0
            ? unknown.Select(id => $"{id} is not in the catalogue")
            : [
                .. FormFaults(line),
                .. line.Scenarios.SelectMany(scenario => ScenarioFaults(line, scenario)),
                .. RowFaults(line),
                .. ReasonFaults(line),
            ];
    }

    private static IEnumerable<string> FormFaults(ComparisonLine line) => line.IsReadable
        ? []
        : ["the last column is none of: `Fixture.Method`, passing check, not yet: …, out of scope: …, —"];

    private static IEnumerable<string> ScenarioFaults(ComparisonLine line, string scenario)
    {
        if (SuiteScenarios.RowsOf(scenario).FirstOrDefault() is not { } judged)
            return [$"there is no scenario `{scenario}`"];

        if (!line.Requirements.Contains(judged))
            return [$"`{scenario}` judges {judged}, which the line does not list"];

        return Row(judged).Coverage is Coverage.NotTested ? [$"`{scenario}` judges {judged}, which the catalogue calls not tested"] : [];
    }

    private static IEnumerable<string> RowFaults(ComparisonLine line) =>
        line.Requirements.Where(id => Row(id).Coverage is Coverage.Covered && !IsAnswered(line, id))
            .Select(id => $"{id} is covered, but not answered here; name {Candidates(id)}");

    private static bool IsAnswered(ComparisonLine line, string id) =>
        line.Scenarios.Any(scenario => SuiteScenarios.RowsOf(scenario).Contains(id))
        || (line.NamesPassingCheck && SuiteScenarios.CheckedInPassing.Contains(id));

    private static string Candidates(string id)
    {
        var scenarios = SuiteScenarios.Of(id).Select(scenario => $"`{scenario}`");
        return string.Join(
            " or ", [.. scenarios, .. SuiteScenarios.CheckedInPassing.Contains(id) ? ["passing check"] : Array.Empty<string>()]);
    }

    private static IEnumerable<string> ReasonFaults(ComparisonLine line)
    {
        var open = line.Requirements.Select(Row).Where(row => row.Coverage is Coverage.NotTested).ToList();
        if (line.IsOpen && line.Requirements.Count == 0)
        {
            yield return "it has neither rows nor a reason";
        }
        else if (line.IsOpen && open.Count > 0 && open.All(row => row.NotTested!.Reason != NotTestedReason.Planned))
        {
            yield return $"none of its rows is planned any more; say why "
                + $"({string.Join("; ", open.Select(row => $"{row.Id}: {row.NotTested!.Explanation}"))})";
        }

        if (line.SaysNotYet && open.Count == 0)
            yield return "it says not yet, but no row of it is still to come";

        if (line.NamesPassingCheck
            && !line.Requirements.Any(id => SuiteScenarios.CheckedInPassing.Contains(id) && Row(id).Coverage is Coverage.Covered))
        {
            yield return "no exchange check judges a covered row of it";
        }
    }

    private static Requirement Row(string id) => KnownContracts.Matrix.Catalogue[id];
}
