using Conformance.Record.Targets;
using Conformance.Record.Text;

namespace Conformance.Reports.Text;

/// <summary>How much of a server a run took at most, in words.</summary>
internal static class LoadText
{
    /// <summary>Such as <c>at most 4 scenarios at once, at most 20 requests a second</c>; null for records of earlier versions.</summary>
    public static string? Of(TargetDescription target) => target.ScenariosAtOnce is { } scenarios
        ? $"at most {Digits.Of(scenarios)} scenarios at once, {InASecond(target.RequestsPerSecond)}"
        : null;

    private static string InASecond(int? most) =>
        most is { } requests ? $"at most {Digits.Of(requests)} requests a second" : "requests without a limit";
}
