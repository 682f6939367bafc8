using System.Text;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.Reports.Formats.Certificate.Runs;
using static Conformance.Reports.Formats.Certificate.Wording.Figures;

namespace Conformance.Reports.Formats.Certificate.Plots;

/// <summary>
/// When each scenario had the server's ear: a bar from its first request to its last answer, in the first lane that is free.
/// </summary>
public sealed class TimeBars
{
    /// <summary>Width of the plot in its own units.</summary>
    public const double Width = 1000;

    private const double Tallest = 220;
    private const double LaneHeight = 9;
    private const double Narrowest = 1.5;

    private readonly List<(Verdict Verdict, double Start, double End, int Lane)> bars = [];
    private readonly double duration;

    /// <summary>Lays out the bars of a run.</summary>
    public TimeBars(RunView run)
    {
        var ends = new List<double>();
        foreach (var (scenario, start, end) in run.Record.Scenarios.Where(scenario => scenario.Exchanges.Count > 0)
            .Select(scenario => (scenario, Start(scenario, run), End(scenario, run)))
            .OrderBy(timed => timed.Item2).ThenBy(timed => timed.scenario.Scenario, StringComparer.Ordinal))
        {
            var lane = ends.FindIndex(free => free <= start);
            if (lane < 0)
                (lane, ends) = (ends.Count, [.. ends, end]);
            else
                ends[lane] = end;
            bars.Add((scenario.Verdict, start, end, lane));
        }

        Lanes = ends.Count;
        duration = Math.Max(1, ends.DefaultIfEmpty().Max());
    }

    /// <summary>How many scenarios were on their way at once, at most.</summary>
    public int Lanes { get; }

    /// <summary>Number of bars.</summary>
    public int Count => bars.Count;

    /// <summary>Milliseconds from the start of the run to the last answer.</summary>
    public double Duration => duration;

    public double Height => Math.Min(Tallest, Lanes * LaneHeight);

    /// <summary>
    /// The verdicts that have bars, the worst first, each with all its bars as the data of one
    /// path: thousands of elements would be slow.
    /// </summary>
    public IEnumerable<(Verdict Verdict, string Path)> Paths() =>
        bars.GroupBy(bar => bar.Verdict).OrderByDescending(same => same.Key).Select(same => (same.Key, Path(same)));

    private string Path(IEnumerable<(Verdict Verdict, double Start, double End, int Lane)> same)
    {
        var (path, lane) = (new StringBuilder(), Height / Math.Max(1, Lanes));
        foreach (var bar in same)
        {
            var width = Math.Max(Narrowest, (bar.End - bar.Start) / duration * Width);
            path
                .Append('M')
                .Append(At(Math.Min(Width - width, bar.Start / duration * Width)))
                .Append(' ')
                .Append(At((bar.Lane * lane) + (lane * 0.1)))
                .Append('h')
                .Append(At(width))
                .Append('v')
                .Append(At(lane * 0.8))
                .Append('h')
                .Append(At(-width))
                .Append('z');
        }

        return path.ToString();
    }

    private static double Start(ScenarioFinished scenario, RunView run) =>
        Math.Max(0, scenario.Exchanges.Min(exchange => Since(run, exchange)));

    private static double End(ScenarioFinished scenario, RunView run) =>
        Math.Max(0, scenario.Exchanges.Max(exchange => Since(run, exchange) + exchange.Milliseconds));

    private static double Since(RunView run, Exchange exchange) => (exchange.StartedAt - run.Record.StartedAt).TotalMilliseconds;
}
