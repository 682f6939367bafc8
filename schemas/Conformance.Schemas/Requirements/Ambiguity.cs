using Conformance.Schemas.Data;

namespace Conformance.Schemas.Requirements;

/// <summary>A contradiction or hole of the Matrix specification, and how this suite reads it.</summary>
/// <param name="Id">The id in <c>contracts/</c>, such as <c>AMB-1</c>; never reused or renumbered.</param>
/// <param name="Contradiction">What contradicts what, or what nobody says.</param>
/// <param name="Decision">How the suite reads it by default.</param>
/// <param name="ChangesVerdicts">Whether reading it strictly makes a requirement weigh more than by default.</param>
/// <param name="StrictReading">What reading it strictly makes of it, or why that changes nothing.</param>
public sealed record Ambiguity(string Id, string Contradiction, string Decision, bool ChangesVerdicts, string StrictReading)
{
    /// <summary>All of them, in the order of <c>contracts/</c>.</summary>
    public static IReadOnlyList<Ambiguity> All { get; } = DataFiles.Own.Read<Ambiguity[]>("Requirements/ambiguities.json");
}
