using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Reports.Gating;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Formats.Sarif;

/// <summary>A requirement as a rule.</summary>
internal static class SarifRule
{
    public static object Of(RequirementResult requirement, JudgedRun run) => new
    {
        id = requirement.Id,
        shortDescription = SarifMessage.Of($"{requirement.Endpoint}: {Sentence(requirement.Statement)}"),
        fullDescription = SarifMessage.Of(Sentence(requirement.Statement)),
        help = SarifMessage.Of(
            $"The server is expected to do this ({requirement.Level}): {Sentence(requirement.Statement)} "
            + $"Source: {requirement.Source}. Basis: {BasisNames.InWords(requirement.Basis)}."),
        defaultConfiguration = new { level = Level(requirement.Id, run.Contract.Catalogue, run.Record.Target) },
        properties = new
        {
            tags = new[] { requirement.Endpoint },
            level = requirement.Level,
            source = requirement.Source,
            basis = requirement.Basis,
        },
    };

    // A record of another version may name a requirement that this one does not know.
    private static string Level(string id, Catalogue catalogue, TargetDescription target) =>
        !catalogue.TryFind(id, out var known) ? "warning" : known.SeverityIn(target.Strict, target.StrictAmbiguities) switch
        {
            Severity.Fail => "error",
            Severity.Warn => "warning",
            _ => "note",
        };

    private static string Sentence(string statement) => statement.EndsWith('.') ? statement : $"{statement}.";
}
