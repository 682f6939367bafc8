using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Targets;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.Reports.Folding;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Editions;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.Weighing;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports;

/// <summary>
/// Made-up runs that hold when they are judged again: each verdict has an exchange that gives it, each scenario is there or left out.
/// </summary>
internal static class SoundRuns
{
    private const int FirstInPassing = 10_000;

    private static readonly Contract Contract = KnownContracts.Matrix;

    private static readonly TargetDescription Server = Target with { RevocationMilliseconds = 0 };

    /// <summary>
    /// A run of the scenarios of some rows, all of which end alike; what it tells of all others is that they were left out.
    /// </summary>
    /// <param name="rows">Verdicts by row.</param>
    /// <param name="waivers">Those of the target file.</param>
    public static RunRecord Of(IReadOnlyDictionary<string, Verdict> rows, params IReadOnlyList<Waiver> waivers)
    {
        var target = Server with { Waivers = waivers };
        var planned = Contract.Scenarios
            .Where(scenario => rows.ContainsKey(scenario.Requirement))
            .SelectMany(scenario => scenario.Cases, (scenario, name) => (name, scenario.Requirement))
            .ToList();
        var all = Contract.Scenarios.SelectMany(scenario => scenario.Cases);
        return RunFolder.Fold(
            [
                At(target) with { LeftOut = [.. all.Except(planned.Select(scenario => scenario.name))] },
                .. planned.Select((scenario, index) => Ending(scenario.name, scenario.Requirement, rows[scenario.Requirement], index + 1)),
                Ended,
            ],
            Contract.Catalogue);
    }

    /// <summary>The same run as it would have been against another target.</summary>
    public static RunRecord At(this RunRecord run, TargetDescription target) =>
        run with { Target = target, PlanDigest = PlanDigest.Of(target, Contract) };

    /// <summary>The run that a forger gets who changes scenarios and folds them again.</summary>
    public static RunRecord Refolded(RunRecord run, IReadOnlyList<ScenarioFinished> scenarios) => RunFolder.Fold(
        [At(run.Target) with { LeftOut = run.LeftOut }, .. scenarios, Ended], Contract.Catalogue);

    /// <summary>The fingerprint of what a row that fails has found.</summary>
    public static string FingerprintOf(string requirement) => FindingFingerprint.Of([Mismatched(requirement, Verdict.Fail, 1)])!;

    /// <summary>How a run against a target begins.</summary>
    public static RunStarted At(TargetDescription target) =>
        Started with { SuiteVersion = ThisSuite.Version, Target = target, PlanDigest = PlanDigest.Of(target, Contract) };

    private static ScenarioFinished Ending(string name, string requirement, Verdict verdict, int number)
    {
        var finished = new ScenarioFinished(name, requirement, verdict) { Milliseconds = 1 };
        return verdict switch
        {
            Verdict.Pass => InPassing(finished with { Exchanges = [Seen(number)], Judgements = [Expected(number, "200", holds: true)] }),
            Verdict.Fail or Verdict.Warning => finished with
            {
                Exchanges = [Seen(number)],
                Judgements = [Expected(number, "401", holds: false)],
                Findings = [Mismatched(requirement, verdict, number)],
            },
            _ => finished with { Reason = "It could not be." },
        };
    }

    // Some rows have no scenario, but are judged of each exchange that says something of them.
    private static ScenarioFinished InPassing(ScenarioFinished finished)
    {
        var seen = finished.Exchanges[0];
        var devices = seen with
        {
            Number = FirstInPassing + seen.Number,
            Endpoint = "GET /devices",
            Request = new RecordedRequest("GET", "https://hs.example/_matrix/client/v3/devices", []),
            Response = seen.Response! with { Body = """{"devices":[]}""" },
        };
        var views = new[] { seen, devices }.Select(exchange => new ExchangeView(exchange)).ToList();
        var checks = PassingChecks.Binding(Contract.Checks, Contract.Catalogue, EditionList.Split(Server.Edition));
        return finished with
        {
            Exchanges = [seen, devices],
            JudgedInPassing = PassingChecks.Judge(views, checks, Contract.Catalogue, new SeverityMode(false, [])).Judged,
        };
    }

    private static Finding Mismatched(string requirement, Verdict verdict, int number) =>
        Finding(requirement, verdict, number) with
        {
            Endpoint = Seen(number).Endpoint,
            Softened = verdict is Verdict.Warning ? "the scenario says why" : null,
        };

    private static Judgement Expected(int number, string status, bool holds) =>
        new(number, JudgementKind.Promise, [new Expectation(Aspect.Status, [status], holds)]);

    // At a path that no exchange check looks at.
    private static Exchange Seen(int number) => new()
    {
        Number = number,
        Endpoint = "GET /elsewhere",
        StartedAt = Noon.AddSeconds(1),
        Milliseconds = 1,
        Request = new RecordedRequest("GET", "https://hs.example/elsewhere", []),
        Response = new RecordedResponse(200, [new Header("Content-Type", "application/json")], "{}"),
    };
}
