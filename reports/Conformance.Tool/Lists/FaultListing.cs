using System.CommandLine;
using Conformance.Reports.Faults;
using Conformance.Schemas.Contracts;

namespace Conformance.Tool.Lists;

/// <summary><c>conformance list faults</c>.</summary>
internal static class FaultListing
{
    public static Command Create()
    {
        var dialect = new Option<string?>("--dialect") { Description = $"{string.Join(" or ", KnownContracts.All.Names)}." };
        dialect.AcceptOnlyFromAmong([.. KnownContracts.All.Names]);
        return Listing.Create(
            "faults",
            "What the suite was seen to find on servers that were broken on purpose.",
            "list faults --dialect koyeb",
            command => command.Add(dialect),
            parsed => Items(parsed.GetValue(dialect)),
            fault => [fault.Fault, $"{fault.Sin} Accused: {string.Join(", ", fault.Accused)}"]);
    }

    private static List<FaultResult> Items(string? dialect) => [.. FaultResults.All.Where(fault => dialect is null || fault.Dialect == dialect)];
}
