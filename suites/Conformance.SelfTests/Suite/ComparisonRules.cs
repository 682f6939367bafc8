using System.Reflection;
using Conformance.Fixtures.Severity;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.ExchangeChecks.Matrix;
using Conformance.Schemas.Requirements;
using Conformance.Suites;

namespace Conformance.SelfTests.Suite;

/// <summary>What holds for each line that compares a test of another suite with this one.</summary>
internal static class ComparisonRules
{
    // By fixture and method; Koyeb has fixtures of the same names.
    private static readonly ILookup<string, string> Requirements = typeof(Targets).Assembly.GetTypes()
        .Where(type => type.Namespace == "Conformance.Suites.Matrix")
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<RequirementAttribute>() is not null)
        .ToLookup(method => $"{method.DeclaringType!.Name}.{method.Name}", method => method.GetCustomAttribute<RequirementAttribute>()!.Id);

    private static readonly HashSet<string> CheckedInPassing = [.. MatrixExchangeChecks.All.Select(check => check.Requirement)];

    /// <summary>What is wrong with a line, each in one sentence; nothing if it holds.</summary>
    public static IEnumerable<string> Faults(ComparisonLine line)
    {
        var unknown = line.Mentioned.Where(id => !KnownContracts.Matrix.Catalogue.TryFind(id, out _)).ToList();
        return unknown.Count > 0
            ? unknown.Select(id => $"{id} is not in the catalogue")
            : [.. FormFaults(line), .. line.Scenarios.SelectMany(scenario => ScenarioFaults(line, scenario)), .. RowFaults(line), .. ReasonFaults(line)];
    }

    private static IEnumerable<string> FormFaults(ComparisonLine line) => line.IsReadable
        ? []
        : ["the last column is none of: `Fixture.Method`, passing check, not yet: …, out of scope: …, —"];

    private static IEnumerable<string> ScenarioFaults(ComparisonLine line, string scenario)
    {
        if (!Requirements.Contains(scenario))
            return [$"there is no scenario `{scenario}`"];

        var judged = Requirements[scenario].First();
        if (!line.Requirements.Contains(judged))
            return [$"`{scenario}` judges {judged}, which the line does not list"];

        return Row(judged).Coverage is Coverage.NotTested ? [$"`{scenario}` judges {judged}, which the catalogue calls not tested"] : [];
    }

    private static IEnumerable<string> RowFaults(ComparisonLine line) =>
        line.Requirements.Where(id => Row(id).Coverage is Coverage.Covered && !IsAnswered(line, id))
            .Select(id => $"{id} is covered, but not answered here; name {Candidates(id)}");

    private static bool IsAnswered(ComparisonLine line, string id) =>
        line.Scenarios.Any(scenario => Requirements[scenario].Contains(id)) || (line.NamesPassingCheck && CheckedInPassing.Contains(id));

    private static string Candidates(string id)
    {
        var scenarios = Requirements.Where(scenario => scenario.Contains(id)).Select(scenario => $"`{scenario.Key}`");
        return string.Join(" or ", [.. scenarios, .. CheckedInPassing.Contains(id) ? ["passing check"] : Array.Empty<string>()]);
    }

    private static IEnumerable<string> ReasonFaults(ComparisonLine line)
    {
        var open = line.Requirements.Select(Row).Where(row => row.Coverage is Coverage.NotTested).ToList();
        if (line.IsOpen && line.Requirements.Count == 0)
            yield return "it has neither rows nor a reason";
        else if (line.IsOpen && open.Count > 0 && open.All(row => row.NotTested!.Reason != NotTestedReason.Planned))
            yield return $"none of its rows is planned any more; say why ({string.Join("; ", open.Select(row => $"{row.Id}: {row.NotTested!.Explanation}"))})";

        if (line.SaysNotYet && open.Count == 0)
            yield return "it says not yet, but no row of it is still to come";

        if (line.NamesPassingCheck && !line.Requirements.Any(id => CheckedInPassing.Contains(id) && Row(id).Coverage is Coverage.Covered))
            yield return "no exchange check judges a covered row of it";
    }

    private static Requirement Row(string id) => KnownContracts.Matrix.Catalogue[id];
}
