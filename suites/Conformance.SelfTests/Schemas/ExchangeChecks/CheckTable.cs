using Conformance.Record.Exchanges;

namespace Conformance.SelfTests.Schemas.ExchangeChecks;

/// <summary>What one check must say of chosen exchanges.</summary>
/// <param name="Requirement">Id of the check's requirement.</param>
/// <param name="Check">Name of the check; null where the requirement has one only.</param>
internal sealed record CheckTable(string Requirement, string? Check = null)
{
    /// <summary>It applies and finds nothing.</summary>
    public IReadOnlyList<(string Case, Exchange Exchange)> Passes { get; init; } = [];

    /// <summary>It finds exactly these lines, at the requirement's severity.</summary>
    public IReadOnlyList<(string Case, Exchange Exchange, string[] Lines)> Fails { get; init; } = [];

    /// <summary>It finds exactly these lines, and softens them.</summary>
    public IReadOnlyList<(string Case, Exchange Exchange, string[] Lines)> Softens { get; init; } = [];

    /// <summary>It says nothing about them.</summary>
    public IReadOnlyList<(string Case, Exchange Exchange)> DoesNotApply { get; init; } = [];
}
