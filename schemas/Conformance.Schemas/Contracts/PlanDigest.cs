using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Conformance.Record.Journal;
using Conformance.Record.Targets;

namespace Conformance.Schemas.Contracts;

/// <summary>
/// Names what a run was to judge, by what, and at whom: scenarios with their cases, rows with their levels, the profile, and the target as
/// it was declared. A record that another version wrote, or in which any of these was changed afterwards, has another one. Whoever changes
/// a record can compute it again; a signature says who did.
/// </summary>
public static class PlanDigest
{
    /// <summary>The digest, as records have it: <c>sha256:</c> and 64 hexadecimal digits.</summary>
    /// <param name="target">The target.</param>
    /// <param name="contract">Its contract.</param>
    /// <exception cref="UnknownProfileException">The target names a profile that there is none of.</exception>
    public static string Of(TargetDescription target, Contract contract)
    {
        var profile = new ContractSet(contract).ProfileOf(target);
        IEnumerable<string> lines =
        [
            contract.Name,
            .. contract.Scenarios.SelectMany(scenario => scenario.Cases, (scenario, name) => $"{scenario.Requirement} {name}"),
            .. contract.Catalogue.Requirements.Select(row => $"{row.Id} {row.Level} {row.StrictSeverity}"),
            profile.Reference,
            .. profile.Requires,
            JsonSerializer.Serialize(target, JournalFormat.Line),
        ];
        return $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))}";
    }
}
