using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;

namespace Conformance.Schemas.ExchangeChecks;

/// <summary>Judges one requirement on every exchange to which it applies. Pure: the same exchange gives the same mismatches.</summary>
/// <param name="Requirement">Id of the requirement.</param>
/// <param name="Name">What is looked at, in short words.</param>
/// <param name="Applies">Whether the exchange says anything about it.</param>
/// <param name="Judge">What does not hold.</param>
public sealed record ExchangeCheck(
    string Requirement,
    string Name,
    Func<ExchangeView, bool> Applies,
    Func<ExchangeView, IEnumerable<Mismatch>> Judge)
{
    /// <summary>The endpoints that it says something of; null for all.</summary>
    public IReadOnlyList<string>? Endpoints { get; init; }

    /// <summary>The edition since which it is demanded, where that is later than the requirement; null otherwise.</summary>
    public string? Since { get; init; }

    /// <summary>Why a mismatch in this exchange weighs a warning only; null if it weighs the requirement's severity.</summary>
    public Func<ExchangeView, string?> Softened { get; init; } = _ => null;
}

/// <summary>What one check says of one exchange; <paramref name="Softened"/> is null where nothing mismatches.</summary>
public sealed record ExchangeJudgement(ExchangeCheck Check, Exchange Exchange, IReadOnlyList<Mismatch> Mismatches, string? Softened)
{
    /// <summary>The judgements of all checks that apply; none if no answer came.</summary>
    public static IEnumerable<ExchangeJudgement> Of(ExchangeView view, CheckIndex checks) =>
        view.Exchange.Response is null
            ? []
            : checks.For(view.Exchange.Endpoint).Where(check => check.Applies(view)).Select(check => Of(view, check));

    private static ExchangeJudgement Of(ExchangeView view, ExchangeCheck check)
    {
        var mismatches = check.Judge(view).ToArray();
        return new ExchangeJudgement(check, view.Exchange, mismatches, mismatches.Length > 0 ? check.Softened(view) : null);
    }
}
