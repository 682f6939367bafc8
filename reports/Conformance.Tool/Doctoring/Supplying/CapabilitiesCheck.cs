using Conformance.Record.Targets;
using Conformance.Schemas.Endpoints;

namespace Conformance.Tool.Doctoring.Supplying;

/// <summary>Has the server what the target file declares, and nothing that it denies?</summary>
/// <param name="ask">Asks the server for what has not been seen in passing.</param>
internal sealed class CapabilitiesCheck(Func<Visit, Task> ask) : ICheck
{
    public string Subject => "capabilities";

    public async Task Look(Visit visit)
    {
        await ask(visit);
        var states = visit.Target.Discovered.States;
        if (states.Any(state => state.Seen is not null))
            visit.Saw($"the server has {Names(states, isThere: true)}; it lacks {Names(states, isThere: false)}");

        foreach (var state in states.Where(state => IsDiscrepancy(visit, state)))
        {
            visit.Find(
                $"capabilities.{state.Name}",
                $"is {(state.Declared is true ? "true, but the server lacks it" : "false, but the server has it")} ({state.Sighting})",
                state.Declared is true ? "set it to false, or fix the server" : "remove it, so that the scenarios that need it run");
        }
    }

    private static bool IsDiscrepancy(Visit visit, CapabilityState state) =>
        CapabilityRules.IsDiscrepancy(visit.Settings.Contract.Capabilities[state.Name], state);

    private static string Names(IEnumerable<CapabilityState> states, bool isThere)
    {
        var names = states.Where(state => state.Seen == isThere).Select(state => state.Name).ToList();
        return names.Count == 0 ? "nothing" : string.Join(", ", names);
    }
}
