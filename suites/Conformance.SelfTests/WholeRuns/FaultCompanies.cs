using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Faults;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.Reports.Faults;
using Conformance.Tool.Approving;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// Which faults are tried together, so that the trial of all of them takes minutes. A file lists companies that were seen to add up, which
/// <see cref="FaultCompanySearch"/> has found; whoever is in none is tried alone.
/// </summary>
internal static class FaultCompanies
{
    /// <summary>Set it to have each fault tried alone.</summary>
    public const string AloneVariable = "CONFORMANCE_FAULTS_ALONE";

    private const string Path = "suites/Conformance.SelfTests/WholeRuns/fault-companies.txt";

    private static readonly Dictionary<string, FaultCompany> Companies = Together();

    private static string FullPath => RepositoryRoot.Combine(Path.Split('/'));

    /// <summary>Whether the fault is found by a run in which it is one of several.</summary>
    public static async Task<bool> IsFoundInOne(Fault fault) =>
        Companies.TryGetValue(fault.Name, out var company) && await company.Finds(fault);

    /// <summary>The companies of the file, without faults that are no more, are new or were changed.</summary>
    // Of what is new or changed the result will be recorded, which is of a fault alone.
    public static IReadOnlyList<IReadOnlyList<Fault>> Listed() =>
    [
        .. File.ReadLines(FullPath)
            .Select(line => line.Split(' ').Select(FaultCatalogue.Find).OfType<Fault>().ToList())
            .Select(company => company.FindAll(fault => !FaultResultsFile.IsToBeTriedAgain(fault)))
            .Where(company => company.Count > 1),
    ];

    /// <summary>Writes the file.</summary>
    public static void List(IEnumerable<IReadOnlyList<Fault>> companies) => File.WriteAllLines(
        FullPath,
        companies.Where(company => company.Count > 1)
            .Select(company => string.Join(' ', company.Select(fault => fault.Name).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal));

    /// <summary>Whether faults can be tried together: on the same kind of server, and each by requirements that no other breaks.</summary>
    public static bool CanMeet(IReadOnlyList<Fault> some, IReadOnlyList<Fault> others) =>
        KindOf(some[0]) == KindOf(others[0])
        && !some.SelectMany(fault => fault.Breaks).Intersect(others.SelectMany(fault => fault.Breaks)).Any();

    private static Dictionary<string, FaultCompany> Together() =>
        // Where results are recorded, each is of a fault alone.
        IsSet(AloneVariable) || IsSet(GeneratedFiles.Variable)
            ? []
            : Listed()
                .Select(members => (Members: members, Company: new FaultCompany(members, FaultTrial.Of)))
                .SelectMany(each => each.Members, (each, member) => (member.Name, each.Company))
                .ToDictionary(member => member.Name, member => member.Company);

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is not null;

    // Lists in options are compared by reference, so that a fault which sets one has no company.
    private static ReferenceServerOptions KindOf(Fault fault) => fault.On(KnownServers.OptionsOf(fault.Dialect));
}
