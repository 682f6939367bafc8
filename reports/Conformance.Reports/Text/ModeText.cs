using Conformance.Record.Targets;

namespace Conformance.Reports.Text;

/// <summary>How strictly a run was judged, in words.</summary>
internal static class ModeText
{
    public static string Of(TargetDescription target)
    {
        var mode = target.Strict ? "strict: recommendations weigh like obligations" : "normal: recommendations are warnings";
        return target.StrictAmbiguities.Count == 0 ? mode : $"{mode}; read strictly: {string.Join(", ", target.StrictAmbiguities)}";
    }
}
