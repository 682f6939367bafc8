using Conformance.Record.Exchanges;
using Conformance.Record.Runs;
using Conformance.Record.Waivers;
using Conformance.Reports.Gating;

namespace Conformance.SelfTests.Reports.Formats.Certificate;

/// <summary>The sample run against a server that wants to break out of the page, or to run as a reader of it.</summary>
internal static class HostileRun
{
    /// <summary>Breaks out of texts, attributes, scripts, styles and comments; reverses and hides; ends quotes of a shell.</summary>
    public const string Text =
        "</script></style></pre></details>--><script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover='alert(3)' x=`"
        + "\u202Ereversed\u200B\uFEFF\u0007\u0000\uFFFE\uE000\uD800 it's $(touch pwned) `touch pwned` $HOME \\ %0a !! é 漢 🙂";

    /// <summary>The run, judged by its usual profile.</summary>
    public static JudgedRun Judged { get; } = JudgedRun.Of(Of(PoisonedRun.Of(SampleRun.Record, Text)));

    // What its operator says is no better.
    private static RunRecord Of(RunRecord record) => record with
    {
        Target = record.Target with
        {
            Name = $"staging {Text}",
            Waivers = [.. record.Target.Waivers.Select(Poisoned)],
        },
        Scenarios = [.. record.Scenarios.Select(scenario => scenario with { Exchanges = [.. scenario.Exchanges.Select(Sent)] })],
    };

    private static Waiver Poisoned(Waiver waiver) => waiver with { Reason = Text, Link = $"javascript:alert(4)//{Text}", Owner = Text };

    private static Exchange Sent(Exchange exchange) => exchange with
    {
        Request = exchange.Request with
        {
            Body = Text.Replace("\0", "", StringComparison.Ordinal),
            Headers = [.. exchange.Request.Headers, new("X-Odd", "it's \"$(touch pwned)\"")],
        },
    };
}
