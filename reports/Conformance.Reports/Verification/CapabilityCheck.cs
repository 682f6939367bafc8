using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Reports.Text;
using Conformance.Schemas.Endpoints;

namespace Conformance.Reports.Verification;

/// <summary>Holds what the preflight told of capabilities against the target file's word and against what the preflight saw.</summary>
internal static class CapabilityCheck
{
    public static IEnumerable<Contradiction> Contradictions(RunRecord record, CapabilityList known)
    {
        if (record.Preflight is not { } preflight)
            return [];

        return
        [
            .. Declared(preflight.Capabilities, record.Target.Capabilities),
            .. preflight.Capabilities.SelectMany(state => Used(state, known[state.Name])),
            .. Discrepancies(preflight, known),
        ];
    }

    private static IEnumerable<Contradiction> Declared(IReadOnlyList<CapabilityState> states, IReadOnlyDictionary<string, bool> target)
    {
        foreach (var same in states.GroupBy(state => state.Name, StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
            yield return new(Place(same.Key), "stands there twice");

        foreach (var name in states.Select(state => state.Name).Union(target.Keys).Order(StringComparer.Ordinal))
        {
            bool? said = target.TryGetValue(name, out var value) ? value : null;
            var told = states.FirstOrDefault(state => state.Name == name)?.Declared;
            if (told != said)
                yield return new(Place(name), $"was declared {Word(told)} there, and {Word(said)} in target/capabilities");
        }
    }

    private static IEnumerable<Contradiction> Used(CapabilityState state, Capability capability)
    {
        var used = CapabilityRules.IsUsed(capability, state.Declared, state.Seen);
        return used == state.IsUsed
            ? []
            : [new(Place(state.Name), $"isUsed is {Word(state.IsUsed)}, and what was declared and seen gives {Word(used)}")];
    }

    private static IEnumerable<Contradiction> Discrepancies(PreflightFinished preflight, CapabilityList known)
    {
        var shown = preflight.Capabilities.Where(state => CapabilityRules.IsDiscrepancy(known[state.Name], state)).ToList();
        foreach (var state in shown.Where(state => !preflight.Discrepancies.Any(sentence => CapabilityRules.Tells(sentence, state))))
        {
            yield return new(
                "preflight/discrepancies",
                $"does not tell that {OneLine.Of(state.Name)} was declared {Word(state.Declared)} and seen to be {Word(state.Seen)}");
        }

        foreach (var sentence in preflight.Discrepancies.Where(sentence => !shown.Exists(state => CapabilityRules.Tells(sentence, state))))
            yield return new("preflight/discrepancies", $"tells what preflight/capabilities does not show: {JsonText.Shown(sentence)}");
    }

    private static string Place(string name) => $"preflight/capabilities, {OneLine.Of(name)}";

    private static string Word(bool? value) => value switch
    {
        true => "true",
        false => "false",
        null => "not at all",
    };
}
