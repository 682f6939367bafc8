using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;

namespace Conformance.Reports.Formats.Cases;

/// <summary>What the formats of test reports call a test case: a scenario, what was judged in passing, or the run itself.</summary>
/// <param name="Group">The class of the scenario, or what stands in for it.</param>
/// <param name="Name">Its name in the group.</param>
/// <param name="Verdict">What came out; an applied waiver makes a violation waived.</param>
internal sealed record ReportCase(string Group, string Name, Verdict Verdict)
{
    /// <summary>What it judges; null if it is about the run itself.</summary>
    public RequirementResult? Requirement { get; init; }

    /// <summary>The scenario; null if none is behind it.</summary>
    public ScenarioFinished? Scenario { get; init; }

    /// <summary>Why there is no pass or fail.</summary>
    public string? Reason { get; init; }

    /// <summary>What else there is to say of it, a line each.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>What was found against <see cref="Requirement"/>.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public string FullName => $"{Group}.{Name}";

    /// <summary>The endpoint or topic that it is about.</summary>
    public string Endpoint => Requirement?.Endpoint ?? Group;
}
