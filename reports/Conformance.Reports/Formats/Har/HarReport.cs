using Conformance.Record.Exchanges;
using Conformance.Record.Runs;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;

namespace Conformance.Reports.Formats.Har;

/// <summary>
/// <c>exchanges.har</c>, HTTP Archive 1.2: every exchange of the runs in the order of time, with its scenario as its page.
/// </summary>
internal static class HarReport
{
    public static IEnumerable<ReportFile> Write(IReadOnlyList<JudgedRun> runs)
    {
        var pages = runs.SelectMany((run, i) => HarPages.Of(run.Record, i)).ToList();
        return [new("exchanges.har", stream => ReportJson.WriteOnOneLine(stream, new
        {
            log = new
            {
                version = "1.2",
                creator = new { name = "Conformance", version = runs.Count == 0 ? "" : runs[0].Record.SuiteVersion },
                pages = pages.Select(page => page.ToJson()),
                entries = pages.SelectMany(page => page.Exchanges, (page, exchange) => (Page: page, Exchange: exchange))
                    .OrderBy(entry => entry.Exchange.StartedAt)
                    .ThenBy(entry => entry.Page.Run)
                    .ThenBy(entry => entry.Exchange.Number)
                    .Select(entry => HarEntry.Of(entry.Exchange, entry.Page.Id)),
                comment = OneLine.Of(string.Join("; ", runs.Select(run => run.Gate.Reason))),
            },
        }))];
    }
}

/// <summary>What HAR calls a page: a scenario, or what came before the first one, with its exchanges.</summary>
internal sealed record HarPage(int Run, string Id, string Title, IReadOnlyList<Exchange> Exchanges)
{
    public object ToJson() => new
    {
        startedDateTime = Moments.Iso(Exchanges.Min(exchange => exchange.StartedAt)),
        id = Id,
        title = Title,
        pageTimings = new { },
    };
}

/// <summary>The pages of a run.</summary>
internal static class HarPages
{
    public static IEnumerable<HarPage> Of(RunRecord record, int run)
    {
        var seen = new HashSet<int>();
        IEnumerable<(string Title, IReadOnlyList<Exchange> Exchanges)> all =
        [
            ("before the first scenario", record.Preflight?.Exchanges ?? []),
            .. record.Scenarios.Select(
                scenario => ($"{scenario.Requirement}: {scenario.Scenario}: {scenario.Verdict.Name()}", scenario.Exchanges)),
            ("after the last scenario", record.Closing?.Exchanges ?? []),
        ];
        return all
            // Scenarios may share one as evidence; it was sent once.
            .Select(page => page with { Exchanges = [.. page.Exchanges.Where(exchange => seen.Add(exchange.Number))] })
            .Where(page => page.Exchanges.Count > 0)
            .Select(
                (page, i) => new HarPage(run, $"run{run + 1}-{i + 1}", OneLine.Of($"{record.Target.Name}: {page.Title}"), page.Exchanges));
    }
}
