using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Record.Verdicts;
using Conformance.Reports.Text;

namespace Conformance.Reports.Gating;

/// <summary>
/// What a run was lenient in, so that nobody takes a verdict for more than it is: tolerances that the operator has changed, scenarios that
/// he has switched off, rows that weigh less than the contract gives them. Waivers are told beside them.
/// </summary>
public static class Concessions
{
    /// <summary>Each of them, in the words of a reader; none for a run as it is usual.</summary>
    public static IReadOnlyList<string> Of(RunRecord record) =>
    [
        .. record.Target.Deviations.Where(IsLenient).Select(InWords),
        .. Counted(
            record.Scenarios.Count(scenario => scenario.Verdict is Verdict.Disabled), "scenario switched off", "scenarios switched off"),
        .. Counted(Softened(record), "requirement weighed less than usual", "requirements weighed less than usual"),
    ];

    /// <summary>In one phrase, such as <c>with 2 tolerances</c>; null for none.</summary>
    public static string? InShort(RunRecord record) => Of(record).Count switch
    {
        0 => null,
        1 => "with 1 tolerance",
        var count => $"with {count} tolerances",
    };

    /// <summary>What was declared, and what is usual.</summary>
    public static string InWords(Deviation deviation) =>
        $"{OneLine.Of(deviation.Key)} is {OneLine.Of(deviation.Value)}, usually {OneLine.Of(deviation.Usual)}";

    // Leave to do more makes a run judge more; how long somebody waits for a rate limit or an expiry makes no server pass.
    private static bool IsLenient(Deviation deviation) => deviation switch
    {
        { Key: "tolerances.rateLimitWaitSeconds" or "tolerances.expiryWaitSeconds" } => false,
        // How the server was reached.
        { Key: "httpVersion" or "clientCertificateFile" } => false,
        { Key: "permissions.destructive" } => deviation.Value == "false",
        _ => !deviation.Key.StartsWith("permissions.", StringComparison.Ordinal),
    };

    private static int Softened(RunRecord record) =>
        record.Requirements.Count(row => row.Findings.Any(finding => finding.Softened is not null));

    private static IEnumerable<string> Counted(int count, string one, string many) =>
        count == 0 ? [] : [count == 1 ? $"1 {one}" : $"{count} {many}"];
}
