namespace Conformance.Record.Targets;

/// <summary>What a run knows of one thing that a server may leave out.</summary>
/// <param name="Name">The key of <c>capabilities</c> in the target file.</param>
/// <param name="IsUsed">Whether the run takes the server to have it.</param>
/// <param name="Declared">What the target file says; null if it says nothing.</param>
/// <param name="Seen">What the preflight saw; null if it could not tell.</param>
public sealed record CapabilityState(string Name, bool IsUsed, bool? Declared = null, bool? Seen = null)
{
    /// <summary>What showed it to the preflight; null if nothing did.</summary>
    public string? Sighting { get; init; }
}
