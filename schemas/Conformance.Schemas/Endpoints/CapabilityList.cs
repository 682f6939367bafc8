namespace Conformance.Schemas.Endpoints;

/// <summary>Something that a server of a contract may leave out.</summary>
/// <param name="Name">Its key under <c>capabilities</c> in a target file.</param>
public sealed record Capability(string Name)
{
    /// <summary>Whether a server is taken to lack it until it is declared or seen, because few have it switched on.</summary>
    public bool IsAssumedAbsent { get; init; }

    /// <summary>Whether its use leaves accounts behind, so that only the target file can allow it: to see it is not enough.</summary>
    public bool OnlyIfDeclared { get; init; }

    /// <summary>Whether target files may declare it. Default: they may.</summary>
    public bool MayBeDeclared { get; init; } = true;
}

/// <summary>What servers of a contract may leave out.</summary>
/// <param name="capabilities">All of it, in the order of the names.</param>
public sealed class CapabilityList(params IReadOnlyList<Capability> capabilities)
{
    /// <summary>The names that target files may use.</summary>
    public IReadOnlyList<string> Names { get; } =
        [.. capabilities.Where(capability => capability.MayBeDeclared).Select(capability => capability.Name)];

    /// <summary>
    /// The capability of this name; one that no contract knows is like most: taken to be there until it is declared or seen.
    /// </summary>
    public Capability this[string name] => capabilities.FirstOrDefault(capability => capability.Name == name) ?? new(name);
}
