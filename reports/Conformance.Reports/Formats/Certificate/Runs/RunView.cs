using System.Collections.Frozen;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Gating;

namespace Conformance.Reports.Formats.Certificate.Runs;

/// <summary>One run as the page shows it: with names for its places, and everything found quickly.</summary>
public sealed class RunView
{
    private readonly FrozenDictionary<int, Exchange> exchanges;
    private readonly FrozenDictionary<string, ScenarioFinished> scenarios;
    private readonly FrozenSet<string> required;
    private readonly FrozenSet<string> places;

    private RunView(JudgedRun run, string slug, bool isAlone)
    {
        (Run, Slug, IsAlone) = (run, slug, isAlone);
        // Scenarios may share an exchange as evidence.
        Exchanges = [.. run.Record.ExchangesBesideScenarios
            .Concat(run.Record.Scenarios.SelectMany(scenario => scenario.Exchanges))
            .DistinctBy(exchange => exchange.Number)
            .OrderBy(exchange => exchange.Number)];
        exchanges = Exchanges.ToFrozenDictionary(exchange => exchange.Number);
        scenarios = run.Record.Scenarios
            .DistinctBy(scenario => scenario.Scenario)
            .ToFrozenDictionary(scenario => scenario.Scenario, StringComparer.Ordinal);
        required = run.Profile.Requires.ToFrozenSet(StringComparer.Ordinal);
        places = run.Record.Requirements.Select(requirement => requirement.Id).ToFrozenSet(StringComparer.Ordinal);
    }

    public JudgedRun Run { get; }

    public RunRecord Record => Run.Record;

    /// <summary>The name of the target as ids of HTML can have it, different for each run of a page.</summary>
    public string Slug { get; }

    /// <summary>Whether the page is about this run only.</summary>
    public bool IsAlone { get; }

    /// <summary>Every exchange of the run once, in the order of their numbers.</summary>
    public IReadOnlyList<Exchange> Exchanges { get; }

    /// <summary>The views of all runs of a page.</summary>
    public static IReadOnlyList<RunView> Of(IReadOnlyList<JudgedRun> runs)
    {
        var slugs = new HashSet<string>(StringComparer.Ordinal);
        return [.. runs.Select(run => new RunView(run, UniqueName.Take(slugs, IdText.Of(run.Record.Target.Name)), runs.Count == 1))];
    }

    /// <summary>
    /// The id of a requirement's place, which links to it use: <c>MTX-LOGOUT-02</c>, with the
    /// target before it where there are several.
    /// </summary>
    public string Anchor(string requirement) => IsAlone ? IdText.Of(requirement) : $"{Slug}--{IdText.Of(requirement)}";

    public bool IsRequired(string requirement) => required.Contains(requirement);

    /// <summary>Whether the requirement was part of the run, and so has a place among its requirements.</summary>
    public bool HasPlace(string requirement) => places.Contains(requirement);

    public Exchange? Exchange(int number) => exchanges.GetValueOrDefault(number);

    public ScenarioFinished? Scenario(string name) => scenarios.GetValueOrDefault(name);
}
