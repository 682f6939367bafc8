using Conformance.Record.Targets;

namespace Conformance.Schemas.Endpoints;

/// <summary>
/// What follows from what a target file declares of a capability and what the preflight saw
/// of it. Pure: runs and verifiers share it.
/// </summary>
public static class CapabilityRules
{
    /// <summary>Whether a run takes the server to have it: as declared, else as seen, else as assumed.</summary>
    /// <param name="capability">The capability.</param>
    /// <param name="declared">What the target file says; null if it says nothing.</param>
    /// <param name="seen">What the preflight saw; null if it could not tell.</param>
    public static bool IsUsed(Capability capability, bool? declared, bool? seen) =>
        declared ?? (!capability.OnlyIfDeclared && (seen ?? !capability.IsAssumedAbsent));

    /// <summary>Whether the target file says otherwise than the server.</summary>
    // To declare that accounts may not be left behind says nothing about the server.
    public static bool IsDiscrepancy(Capability capability, CapabilityState state) =>
        state is { Declared: { } declared, Seen: { } seen } && declared != seen
        && (declared || !capability.OnlyIfDeclared);

    /// <summary>A discrepancy as a sentence that says what to change.</summary>
    /// <param name="state">What is declared and seen.</param>
    /// <param name="file">The target file.</param>
    public static string Sentence(CapabilityState state, string file) => $"{Subject(state)}{file}{Change(state)}";

    /// <summary>Whether a sentence tells of this discrepancy, whatever the target file is called.</summary>
    public static bool Tells(string sentence, CapabilityState state) =>
        sentence.StartsWith(Subject(state), StringComparison.Ordinal) && sentence.EndsWith(Change(state), StringComparison.Ordinal);

    private static string Subject(CapabilityState state) =>
        $"capabilities.{state.Name} is {(state.Declared is true ? "true" : "false")} in ";

    private static string Change(CapabilityState state) => state.Declared is true
        ? $", but the server lacks it ({state.Sighting}): set it to false, or mend the server."
        : $", but the server has it ({state.Sighting}): remove it, so that the scenarios that need it run.";
}
