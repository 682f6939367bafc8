using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Formats.Certificate.Wording;

/// <summary>What the many words of the contracts for a level come down to.</summary>
internal static class Obligation
{
    /// <summary>Every kind, the gravest first.</summary>
    public static IReadOnlyList<string> All { get; } = ["obligation", "recommendation", "left open"];

    /// <summary>The kind of a requirement, by what a violation of it amounts to by default.</summary>
    /// <param name="catalogue">What its contract demands.</param>
    /// <param name="requirement">Its id; of one that this version does not know, nothing is demanded.</param>
    public static string Of(Catalogue catalogue, string requirement) =>
        catalogue.TryFind(requirement, out var row) ? Of(row.Severity) : Of(Severity.Observe);

    private static string Of(Severity severity) => severity switch
    {
        Severity.Fail => All[0],
        Severity.Warn => All[1],
        _ => All[2],
    };
}
