using Conformance.Record.Exchanges;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Weighing;

/// <summary>How gravely a run weighs violations: by the catalogue, as strictly as its target file wants it.</summary>
/// <param name="Strict">Whether recommendations weigh like obligations.</param>
/// <param name="StrictAmbiguities">The ambiguities of the specification that are read strictly.</param>
public sealed record SeverityMode(bool Strict, IReadOnlyCollection<string> StrictAmbiguities)
{
    /// <summary>What a violation of a requirement amounts to.</summary>
    public Verdict VerdictOn(Requirement requirement) => requirement.SeverityIn(Strict, StrictAmbiguities) switch
    {
        Severity.Fail => Verdict.Fail,
        Severity.Warn => Verdict.Warning,
        _ => Verdict.Observed,
    };

    /// <summary>The finding that a mismatch is.</summary>
    /// <param name="requirement">What is violated.</param>
    /// <param name="exchange">What shows it.</param>
    /// <param name="mismatch">What was not as promised.</param>
    /// <param name="softened">Why a failure is a warning only; null if it is not.</param>
    public Finding Weigh(Requirement requirement, Exchange exchange, Mismatch mismatch, string? softened)
    {
        var verdict = VerdictOn(requirement);
        var softer = softened is not null && verdict == Verdict.Fail;
        return new Finding(requirement.Id, softer ? Verdict.Warning : verdict, mismatch, exchange.Number)
        {
            Endpoint = exchange.Endpoint,
            Softened = softer ? softened : null,
        };
    }
}
