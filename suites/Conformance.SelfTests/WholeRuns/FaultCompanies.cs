using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Faults;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.Reports.Faults;
using Conformance.Tool.Approving;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// Which faults are tried together, so that the trial of all of them takes minutes. Companies are of faults on the same kind of server that
/// break different requirements; who is in which changes only with the list of faults.
/// </summary>
internal static class FaultCompanies
{
    /// <summary>Set it to have each fault tried alone.</summary>
    public const string AloneVariable = "CONFORMANCE_FAULTS_ALONE";

    /// <summary>Measured: of companies of four a sixth hide something, of six a third, which costs about what larger ones save.</summary>
    private const int Most = 6;

    private static readonly Dictionary<string, FaultCompany> Companies = Together(FaultCatalogue.All);

    /// <summary>Whether the fault is found by a run in which it is one of several.</summary>
    public static async Task<bool> IsFoundInOne(Fault fault) =>
        Companies.TryGetValue(fault.Name, out var company) && await company.Finds(fault);

    private static Dictionary<string, FaultCompany> Together(IReadOnlyList<Fault> faults)
    {
        // Where results are recorded, each is of a fault alone.
        if (IsSet(AloneVariable) || IsSet(GeneratedFiles.Variable))
            return [];

        List<List<Fault>> companies = [];
        // Neighbours in the list are faults of the same endpoint, which hide each other: by name they come apart.
        foreach (var fault in faults.OrderBy(fault => fault.Name, StringComparer.Ordinal))
        {
            // So is what is new or changed, whose result will be recorded.
            if (FaultResultsFile.IsToBeTriedAgain(fault))
                continue;

            if (companies.Find(company => Takes(company, fault)) is { } open)
                open.Add(fault);
            else
                companies.Add([fault]);
        }

        return companies
            .SelectMany(members => new FaultCompany(members) is var company ? members.Select(member => (member.Name, company)) : [])
            .ToDictionary(member => member.Name, member => member.company);
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is not null;

    private static bool Takes(List<Fault> company, Fault fault) =>
        company.Count < Most
        && company.TrueForAll(other => KindOf(other) == KindOf(fault) && !other.Breaks.Intersect(fault.Breaks).Any());

    // Lists in options are compared by reference, so that a fault which sets one has no company.
    private static ReferenceServerOptions KindOf(Fault fault) => fault.On(KnownServers.OptionsOf(fault.Dialect));
}
