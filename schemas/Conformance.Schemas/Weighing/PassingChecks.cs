using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Editions;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Weighing;

/// <summary>What the exchange checks say of the exchanges of a scenario.</summary>
/// <param name="Findings">What they found, in the order of the exchanges.</param>
/// <param name="Judged">How many exchanges each requirement's checks judged, by requirement id.</param>
public sealed record PassingChecks(IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, int> Judged)
{
    /// <summary>The checks that bind a server by the editions that it claims, and by what it has.</summary>
    /// <param name="checks">All of them.</param>
    /// <param name="catalogue">The requirements.</param>
    /// <param name="editions">What it claims.</param>
    /// <param name="absent">The endpoints that it has not, so that a web server before it may answer in their place.</param>
    public static CheckIndex Binding(
        IReadOnlyList<ExchangeCheck> checks,
        Catalogue catalogue,
        IReadOnlyCollection<string> editions,
        params IReadOnlyCollection<string> absent) =>
        new([
            .. checks.Where(check => EditionGate.Binds(check, catalogue[check.Requirement], editions))
                .Select(check => check with { Applies = view => !IsOfAnotherServer(view, absent) && check.Applies(view) }),
        ]);

    /// <summary>Judges some exchanges. Pure: whoever doubts a record judges its exchanges again.</summary>
    public static PassingChecks Judge(IEnumerable<ExchangeView> exchanges, CheckIndex checks, Catalogue catalogue, SeverityMode mode)
    {
        var judgements = exchanges.SelectMany(exchange => ExchangeJudgement.Of(exchange, checks)).ToList();
        var findings = judgements.SelectMany(judgement => judgement.Mismatches.Select(mismatch =>
            mode.Weigh(catalogue[judgement.Check.Requirement], judgement.Exchange, mismatch, judgement.Softened) with
            {
                Check = judgement.Check.Name,
            }));
        var judged = judgements.GroupBy(judgement => judgement.Check.Requirement).ToDictionary(rows => rows.Key, rows => rows.Count());
        return new PassingChecks([.. findings], judged);
    }

    private static bool IsOfAnotherServer(ExchangeView view, IReadOnlyCollection<string> absent) =>
        absent.Contains(view.Exchange.Endpoint) && view is { IsOfNoEndpoint: true, Json: not JsonObject };
}
