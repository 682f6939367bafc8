using System.CommandLine;
using Conformance.Reports.Faults;
using Conformance.Schemas.Contracts;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Lists;

/// <summary><c>conformance list faults</c>.</summary>
internal sealed class FaultListing : ToolCommand
{
    private readonly Option<string?> dialect = new("--dialect") { Description = $"{string.Join(" or ", KnownContracts.All.Names)}." };

    public FaultListing()
        : base("faults", "What the suite was seen to find on servers that were broken on purpose.")
    {
        dialect.AcceptOnlyFromAmong([.. KnownContracts.All.Names]);
        Take(dialect);
        Listing.Show(this, Items, Row);
    }

    public override IReadOnlyList<string> Examples => ["list faults --dialect koyeb"];

    private static string[] Row(FaultResult fault) => [fault.Fault, $"{fault.Sin} Accused: {string.Join(", ", fault.Accused)}"];

    private List<FaultResult> Items(ParseResult parsed)
    {
        var asked = parsed.GetValue(dialect);
        return [.. FaultResults.All.Where(fault => asked is null || fault.Dialect == asked)];
    }
}
