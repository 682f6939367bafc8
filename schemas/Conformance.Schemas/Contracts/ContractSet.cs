using Conformance.Record.Targets;
using Conformance.Schemas.Profiles;
using Conformance.Schemas.Requirements;
using Conformance.Schemas.Scenarios;

namespace Conformance.Schemas.Contracts;

/// <summary>The contracts that a record may be about.</summary>
/// <param name="contracts">The contracts, in the order in which they are listed.</param>
public sealed class ContractSet(params IReadOnlyList<Contract> contracts)
{
    /// <summary>The contracts themselves.</summary>
    public IReadOnlyList<Contract> Contracts { get; } = contracts;

    /// <summary>Their names, to choose from.</summary>
    public IReadOnlyList<string> Names { get; } = [.. contracts.Select(contract => contract.Name)];

    /// <summary>The requirements of all.</summary>
    public Catalogue Catalogue { get; } = new([.. contracts.SelectMany(contract => contract.Catalogue.Requirements)]);

    /// <summary>Every version of every profile, the older before the newer.</summary>
    public IReadOnlyList<Profile> Profiles { get; } = [.. contracts.SelectMany(contract => contract.Profiles)];

    /// <summary>The names of profiles without a version, each of which stands for the newest.</summary>
    public IReadOnlyList<string> ProfileNames => [.. Profiles.Select(profile => profile.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>The contract of this name; null if there is none.</summary>
    public Contract? Find(string? name) => Contracts.FirstOrDefault(contract => contract.Name == name);

    /// <summary>The contract of a target.</summary>
    /// <exception cref="UnknownProfileException">There is none, so there is nothing to judge it by.</exception>
    public Contract Of(TargetDescription target) => Find(target.Dialect) ?? throw UnknownProfileException.OfContract(target.Dialect, this);

    /// <summary>The scenarios that judge a requirement.</summary>
    public IEnumerable<ScenarioName> ScenariosOf(string requirement) => Contracts.SelectMany(contract => contract.ScenariosOf(requirement));

    /// <summary>
    /// The newest profile with this name, or the version that it names, such as <c>matrix-logout@1</c>; null where there is none.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="comparison">Whether case matters. Default: it does.</param>
    public Profile? FindProfile(string name, StringComparison comparison = StringComparison.Ordinal) =>
        Profiles.LastOrDefault(profile => profile.Name.Equals(name, comparison) || profile.Reference.Equals(name, comparison));

    /// <summary>
    /// The profile that a target is judged by unless somebody asks for another one: the one of its target
    /// file, else that of its contract and edition.
    /// </summary>
    /// <exception cref="UnknownProfileException">The target names a profile that there is none of.</exception>
    public Profile ProfileOf(TargetDescription target)
    {
        var name = target.Profile ?? Of(target).UsualProfileOf(target);
        return FindProfile(name) ?? throw new UnknownProfileException(name, this);
    }

    /// <summary>The names of profiles to choose from, for messages.</summary>
    /// <param name="dialect">Those of one contract only; null for all.</param>
    public string ProfileChoice(string? dialect = null)
    {
        var names = ProfileNames.Where(name => dialect is null || FindProfile(name)!.Dialect == dialect).ToList();
        return names is [var first, ..]
            ? $"{string.Join(", ", names)}, or an earlier version of one, such as {first}@1"
            : "a dialect that has profiles";
    }
}
