using Conformance.Record.Exchanges;
using Conformance.Record.Runs;
using Conformance.Reports.Gating;
using Conformance.Reports.Text;
using static Conformance.Reports.Formats.Certificate.Wording.Figures;

namespace Conformance.Reports.Formats.Certificate.Runs;

/// <summary>What identifies a run: the server, the suite, the day.</summary>
internal static class RunFacts
{
    public static IEnumerable<(string Name, string Value)> Of(RunView run)
    {
        var (record, target) = (run.Record, run.Record.Target);
        return
        [
            ("Target", target.Name),
            ("URL", target.BaseUrl + target.PathPrefix),
            .. target.FurtherBaseUrls.Count > 0
                ? [("Further nodes", $"{string.Join(", ", target.FurtherBaseUrls)}; each request went to one of them or to the URL above")]
                : Array.Empty<(string, string)>(),
            .. target.Embedded ? [("Server", "a reference server that the suite itself has started")] : Array.Empty<(string, string)>(),
            .. target.Proxy is { } proxy ? [("Proxy", $"all requests went through {proxy}")] : Array.Empty<(string, string)>(),
            ("Contract", run.Run.Contract.Title),
            ("Edition", target.Edition),
            ("Server header", ServerHeader(run)),
            ("Mode", ModeText.Of(target)),
            .. target.Deviations.Count > 0
                ? [("Declared otherwise than usual", string.Join("; ", target.Deviations.Select(Concessions.InWords)))]
                : Array.Empty<(string, string)>(),
            .. target.Probe is { } probe ? [("Sessions probed by", probe)] : Array.Empty<(string, string)>(),
            ("Began", Time(record.StartedAt)),
            ("Ended", record.EndedAt is { } endedAt ? Time(endedAt) : "never: the run was killed, so nothing follows from what is missing"),
            ("Volume", Volume(record)),
            .. LoadText.Of(target) is { } load ? [("Load", load)] : Array.Empty<(string, string)>(),
            ("Suite version", record.SuiteVersion),
            ("Suite digest", record.SuiteDigest ?? "not taken"),
            .. record.RunId is { } id ? [("Run", id)] : Array.Empty<(string, string)>(),
            .. record.Shard is { } shard ? [("Shard", $"{shard}, a part of the suite")] : Array.Empty<(string, string)>(),
            ("Seed", record.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
    }

    private static string ServerHeader(RunView run)
    {
        var servers = run.Exchanges
            .Select(exchange => exchange.Response?.Headers.Find("Server"))
            .OfType<string>()
            .CountBy(server => server, StringComparer.Ordinal)
            .OrderByDescending(counted => counted.Value)
            .ThenBy(counted => counted.Key, StringComparer.Ordinal)
            .ToList();
        return servers.Count == 0
            ? "none sent"
            : $"{servers[0].Key}, in {Number(servers[0].Value)} of "
                + $"{Count(run.Exchanges.Count, "answer")}{(servers.Count > 1 ? $"; {Count(servers.Count - 1, "other")}" : "")}";
    }

    private static string Volume(RunRecord record) =>
        $"{Count(record.Totals.Scenarios, "scenario")}, {Count(record.Totals.Requests, "request")}, "
        + $"{Count(record.Totals.Logins, "login")} in {Seconds.Of(record.Totals.Milliseconds)}";
}
