using System.Reflection;
using Conformance.Fixtures.Severity;
using Conformance.Schemas.ExchangeChecks.Matrix;
using Conformance.Suites;

namespace Conformance.SelfTests.Suites.Matrix;

/// <summary>Which scenarios and exchange checks of the suite judge which rows of Matrix.</summary>
internal static class SuiteScenarios
{
    // By fixture and method; Koyeb has fixtures of the same names.
    private static readonly (string Name, string Requirement)[] All =
    [
        .. typeof(Targets).Assembly.GetTypes()
            .Where(type => type.Namespace == "Conformance.Suites.Matrix")
            .SelectMany(type => type.GetMethods())
            .SelectMany(
                method => method.GetCustomAttributes<RequirementAttribute>(),
                (method, attribute) => ($"{method.DeclaringType!.Name}.{method.Name}", attribute.Id)),
    ];

    private static readonly ILookup<string, string> ByName =
        All.ToLookup(scenario => scenario.Name, scenario => scenario.Requirement, StringComparer.Ordinal);

    private static readonly ILookup<string, string> ByRow = All.OrderBy(scenario => scenario.Name, StringComparer.Ordinal)
        .ToLookup(scenario => scenario.Requirement, scenario => scenario.Name, StringComparer.Ordinal);

    /// <summary>The rows that exchange checks judge.</summary>
    public static IReadOnlySet<string> CheckedInPassing { get; } = MatrixExchangeChecks.All.Select(check => check.Requirement).ToHashSet();

    /// <summary>The rows that a scenario judges; none if there is no such scenario.</summary>
    public static IEnumerable<string> RowsOf(string scenario) => ByName[scenario];

    /// <summary>The scenarios that judge a row, by name.</summary>
    public static IEnumerable<string> Of(string row) => ByRow[row];
}
