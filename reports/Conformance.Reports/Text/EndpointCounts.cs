using Conformance.Record.Runs;
using Conformance.Record.Verdicts;

namespace Conformance.Reports.Text;

/// <summary>The requirements of one endpoint, counted by verdict.</summary>
internal sealed record EndpointCounts(string Endpoint, ILookup<Verdict, RequirementResult> ByVerdict)
{
    public int this[Verdict verdict] => ByVerdict[verdict].Count();

    /// <summary>All endpoints of a record, in the order in which the record first names them.</summary>
    public static IEnumerable<EndpointCounts> Of(RunRecord record) =>
        record.Requirements
            .GroupBy(requirement => requirement.Endpoint, StringComparer.Ordinal)
            .Select(group => new EndpointCounts(group.Key, group.ToLookup(requirement => requirement.Verdict)));
}
