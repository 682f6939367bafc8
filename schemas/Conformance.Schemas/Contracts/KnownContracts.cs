namespace Conformance.Schemas.Contracts;

/// <summary>The contracts that this suite has scenarios for.</summary>
public static class KnownContracts
{
    public static Contract Matrix => MatrixContract.Instance;

    public static Contract Koyeb => KoyebContract.Instance;

    /// <summary>All of them, in the order of <c>contracts/</c>.</summary>
    public static ContractSet All { get; } = new(Matrix, Koyeb);
}
