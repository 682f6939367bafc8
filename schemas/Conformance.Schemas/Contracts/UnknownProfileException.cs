namespace Conformance.Schemas.Contracts;

/// <summary>There is no profile to judge by; the message says why.</summary>
public sealed class UnknownProfileException : Exception
{
    /// <summary>There is none of that name.</summary>
    public UnknownProfileException(string name, ContractSet contracts)
        : this(name, $"there is no profile '{name}'; choose one of {contracts.ProfileChoice()}.")
    {
    }

    private UnknownProfileException(string name, string message)
        : base(message) => Name = name;

    /// <summary>What was looked for: a profile, or a contract.</summary>
    public string Name { get; }

    /// <summary>There is none of that contract.</summary>
    internal static UnknownProfileException OfContract(string dialect, ContractSet contracts) =>
        new(
            dialect,
            $"the record is about '{dialect}', which is no contract that this version knows; "
            + $"it knows {string.Join(" and ", contracts.Names)}.");
}
