using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Reports.Folding;
using Conformance.Schemas.Contracts;

namespace Conformance.SelfTests.Reports;

/// <summary>Journals of made-up runs, put together entry by entry.</summary>
internal static class Journals
{
    public static readonly DateTimeOffset Noon = new(2025, 3, 14, 12, 0, 0, TimeSpan.Zero);

    public static TargetDescription Target { get; } = new()
    {
        Name = "staging",
        Dialect = "matrix",
        BaseUrl = "https://hs.example",
        PathPrefix = "/_matrix/client/v3",
        Edition = "v1.11,v1.12",
        Capabilities = new Dictionary<string, bool> { ["refreshTokens"] = false },
        ScenariosAtOnce = 4,
        RequestsPerSecond = 20,
    };

    /// <summary>Excuses a finding of <see cref="Finding"/>'s kind.</summary>
    public static Waiver Waiver(string requirement, string scenario = "Scenario") => new(
        requirement,
        "bug 17 | is <known>",
        "https://issues.example/17",
        "session team",
        new DateOnly(2025, 6, 30),
        FindingFingerprint.Of([Finding(requirement, Verdict.Fail)])!);

    public static RunStarted Started { get; } = new(Target, "0.1.0", 42, Noon) { SuiteDigest = $"sha256:{new string('5', 64)}" };

    public static RunEnded Ended { get; } = new(Noon.AddSeconds(2.5));

    public static ScenarioPlanned Planned(string requirement, string scenario = "Scenario") => new(scenario, requirement);

    public static ScenarioFinished Finished(string requirement, Verdict verdict, string scenario = "Scenario") =>
        new(scenario, requirement, verdict);

    public static Finding Finding(string requirement, Verdict verdict, int? exchange = null) =>
        new(requirement, verdict, new Mismatch("status", "401", "200"), exchange);

    public static Exchange Exchange(int number, string endpoint, int status) => new()
    {
        Number = number,
        Endpoint = endpoint,
        StartedAt = Noon.AddSeconds(number),
        Milliseconds = 250,
        Request = new RecordedRequest(
            endpoint.Split(' ')[0], "https://hs.example/_matrix/client/v3", [new Header("Authorization", "Bearer <access-token#1>")]),
        Response = new RecordedResponse(status, [new Header("Content-Type", "application/json"), new Header("Server", "nginx")], "{}"),
    };

    /// <summary>Folds a whole run of these scenarios.</summary>
    public static RunRecord Fold(params IEnumerable<JournalEntry> scenarios) => Fold([], scenarios);

    /// <summary>Folds a whole run of these scenarios, with waivers in the target file.</summary>
    public static RunRecord Fold(IReadOnlyList<Waiver> waivers, IEnumerable<JournalEntry> scenarios) =>
        RunFolder.Fold([Started with { Target = Target with { Waivers = waivers } }, .. scenarios, Ended], KnownContracts.Matrix.Catalogue);
}
