namespace Conformance.Schemas.Contracts;

/// <summary>The contracts that this suite has scenarios for.</summary>
public static class KnownContracts
{
    public static Contract Matrix => MatrixContract.Instance;

    public static Contract Koyeb => KoyebContract.Instance;

    /// <summary>All of them, in the order of <c>contracts/</c>.</summary>
    public static IReadOnlyList<Contract> All { get; } = [Matrix, Koyeb];

    /// <summary>Their names, to choose from.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(contract => contract.Name)];

    /// <summary>The contract of this name; null if there is none.</summary>
    public static Contract? Find(string? name) => All.FirstOrDefault(contract => contract.Name == name);
}
