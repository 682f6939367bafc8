using System.Globalization;
using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Summary;

/// <summary>What the server may leave out: what the target file says, what the preflight saw, and what follows from both.</summary>
internal static class CapabilitySection
{
    public static IEnumerable<string> Lines(RunRecord record) => record.Preflight is { Capabilities.Count: > 0 } preflight
        ?
        [
            "",
            "## Capabilities",
            "",
            Markdown.Row("Capability", "Declared", "Seen", "What follows"),
            "|---|---|---|---|",
            .. preflight.Capabilities.Select(capability => Row(capability, Lacking(record, capability.Name))),
        ]
        : [];

    private static string Row(CapabilityState capability, int lacking) => Markdown.Row(
        Markdown.Escape(capability.Name),
        YesOrNo(capability.Declared),
        Markdown.Escape(capability.Sighting is { } sighting ? $"{YesOrNo(capability.Seen)}: {sighting}" : YesOrNo(capability.Seen)),
        capability.IsUsed ? "used"
            : lacking == 0 ? "not used"
            : $"{lacking.ToString(CultureInfo.InvariantCulture)} scenarios not applicable");

    private static int Lacking(RunRecord record, string capability) => record.Scenarios.Count(scenario => scenario.Lacks == capability);

    private static string YesOrNo(bool? value) => value switch
    {
        true => "yes",
        false => "no",
        null => "–",
    };
}
