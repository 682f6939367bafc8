using Conformance.Record.Targets;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;

namespace Conformance.Schemas.Profiles;

/// <summary>The profiles that this suite knows.</summary>
public static class Profiles
{
    /// <summary>Every version of every profile, the older before the newer.</summary>
    public static IReadOnlyList<Profile> All { get; } =
    [
        .. Versions("matrix-logout", 2),
        .. Versions("matrix-session", 2),
        .. Versions("matrix-refresh", 2),
        .. Versions("koyeb-logout", 2),
        .. Versions("koyeb-s21", 2),
        .. Versions("koyeb-s26", 2),
    ];

    /// <summary>The names without a version, each of which stands for the newest.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(profile => profile.Name).Distinct(StringComparer.Ordinal)];

    /// <summary>The newest profile with this name, or the version that it names, such as <c>matrix-logout@1</c>; null where there is none.</summary>
    /// <param name="name">The name.</param>
    /// <param name="comparison">Whether case matters. Default: it does.</param>
    public static Profile? Find(string name, StringComparison comparison = StringComparison.Ordinal) =>
        All.LastOrDefault(profile => profile.Name.Equals(name, comparison) || profile.Reference.Equals(name, comparison));

    /// <summary>The profile that a target is judged by unless somebody asks for another one: the one of its target file, else that of its contract and edition.</summary>
    /// <exception cref="UnknownProfileException">The target names a profile that there is none of.</exception>
    public static Profile For(TargetDescription target)
    {
        var name = target.Profile ?? (KnownContracts.Find(target.Dialect) is { } contract ? contract.UsualProfileOf(target) : throw UnknownProfileException.OfContract(target.Dialect));
        return Find(name) ?? throw new UnknownProfileException(name);
    }

    /// <summary>The names to choose from, for messages.</summary>
    /// <param name="dialect">Those of one contract only; null for all.</param>
    public static string Choice(string? dialect = null)
    {
        var names = Names.Where(name => dialect is null || Find(name)!.Dialect == dialect).ToList();
        return names is [var first, ..] ? $"{string.Join(", ", names)}, or an earlier version of one, such as {first}@1" : "a dialect that has profiles";
    }

    private static IEnumerable<Profile> Versions(string name, int newest) =>
        Enumerable.Range(1, newest).Select(version => EmbeddedData.Read<Profile>(version == 1 ? $"Profiles/{name}.json" : $"Profiles/{name}@{version}.json"));
}

/// <summary>There is no profile to judge by; the message says why.</summary>
public sealed class UnknownProfileException : Exception
{
    /// <summary>There is none of that name.</summary>
    public UnknownProfileException(string name)
        : this(name, $"there is no profile '{name}'; choose one of {Profiles.Choice()}.")
    {
    }

    private UnknownProfileException(string name, string message)
        : base(message) => Name = name;

    /// <summary>What was looked for: a profile, or a contract.</summary>
    public string Name { get; }

    /// <summary>There is none of that contract.</summary>
    internal static UnknownProfileException OfContract(string dialect) =>
        new(dialect, $"the record is about '{dialect}', which is no contract that this version knows; it knows {string.Join(" and ", KnownContracts.Names)}.");
}
