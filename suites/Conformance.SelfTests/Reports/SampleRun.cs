using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports;

/// <summary>A small run in which everything happens once, with texts that fight the format of every output.</summary>
internal static class SampleRun
{
    public static RunRecord Record { get; } = Fold([Waiver("MTX-LOGOUT-06", "Spares_other_users")],
    [
        Preflight,
        KeptToken,
        Finished("MTX-LOGOUT-03", Verdict.Pass, "Deletes_the_device"),
        Planned("MTX-LOGOUT-05", "Spares_other_devices"),
        EndedOthers,
        Finished("MTX-LOGOUT-07", Verdict.Inconclusive, "Refuses_unknown_tokens") with { Reason = "the bystander was refused" },
        Finished("MTX-LOGOUT-10", Verdict.NotApplicable, "Kills_the_refresh_token") with
        {
            Reason = "the target has no `refreshTokens`",
            Lacks = "refreshTokens",
        },
        Finished("MTX-LOGOUT-11", Verdict.Disabled, "Tolerates_an_empty_object") with { Reason = "switched off by the target file" },
        Finished("MTX-LOGOUT-12", Verdict.Observed, "Answers_a_garbage_body") with
        {
            Observations = [new Observation("status", "400 | `M_NOT_JSON`")],
        },
        SoftenedMethods,
        CustomHeader,
    ]);

    private static PreflightFinished Preflight => new()
    {
        Capabilities =
        [
            new("guests", IsUsed: false),
            new("refreshTokens", IsUsed: false, Declared: false, Seen: true)
            {
                Sighting = "POST /login, asked for a refresh token, issued one",
            },
            new("sync", IsUsed: true, Seen: true) { Sighting = "GET /sync without a token answered 401 M_MISSING_TOKEN" },
        ],
        Discrepancies = ["capabilities.refreshTokens is false in staging.json, but the server has it: remove it | or <not>."],
        LeftOpen = ["alice on PHONE (<access-token#9>): POST /logout answered 405"],
    };

    private static Mismatch StrangeErrcode =>
        new("body", "string", "a `number` | <b>\nsecond line") { Pointer = "/errcode", Keyword = "type" };

    private static ScenarioFinished KeptToken => Finished("MTX-LOGOUT-02", Verdict.Fail, "Kills_the_token(\"staging\")") with
    {
        Findings =
        [
            new Finding("MTX-LOGOUT-02", Verdict.Fail, new Mismatch("status", "401", "200"), 2),
            new Finding("MTX-ERR-01", Verdict.Fail, StrangeErrcode, 3) { Check = "StandardError" },
            new Finding("MTX-ERR-01", Verdict.Fail, StrangeErrcode, 4) { Check = "StandardError" },
        ],
        Judgements =
        [
            new Judgement(1, JudgementKind.Control, [new Expectation(Aspect.Status, ["200"], Holds: true)]),
            new Judgement(
                2,
                JudgementKind.Promise,
                [
                    new Expectation(Aspect.Status, ["401"], Holds: false),
                    new Expectation(Aspect.Text, ["M_UNKNOWN_TOKEN"], Holds: true) { Pointer = "/errcode" },
                ]),
        ],
        JudgedInPassing = new Dictionary<string, int> { ["MTX-ERR-01"] = 2 },
        LeftOpen = ["<access-token#1>"],
        Logins = 1,
        Milliseconds = 900,
        Exchanges =
        [
            Exchange(1, "POST /logout", 200),
            Exchange(2, "GET /account/whoami", 200),
            Exchange(3, "GET /devices", 400),
            Exchange(4, "GET /devices", 400),
        ],
    };

    private static ScenarioFinished EndedOthers => Finished("MTX-LOGOUT-06", Verdict.Fail, "Spares_other_users") with
    {
        Findings = [Finding("MTX-LOGOUT-06", Verdict.Fail, 6)],
        Judgements = [new Judgement(6, JudgementKind.Promise, [new Expectation(Aspect.Status, ["401"], Holds: false)])],
        Exchanges = [Exchange(6, "GET /account/whoami", 200)],
    };

    private static ScenarioFinished CustomHeader => Finished("MTX-LOGOUT-14", Verdict.Pass, "Logs_in_afresh") with
    {
        Milliseconds = 1234.5,
        Findings =
        [
            new Finding("MTX-VER-05", Verdict.Observed, new Mismatch("header Server", "none", "nginx"), 1) { Check = "ServerHeader" },
        ],
    };

    private static ScenarioFinished SoftenedMethods => Finished("MTX-LOGOUT-13", Verdict.Warning, "Refuses_other_methods") with
    {
        Findings =
        [
            new Finding("MTX-LOGOUT-13", Verdict.Warning, new Mismatch("status", "405", "none"), 5)
            {
                Softened = "the target declares `statelessTokens`",
            },
        ],
        Logins = 1,
        Milliseconds = 40,
        Exchanges =
        [
            Exchange(5, "POST /logout", 200) with
            {
                Request = new("PUT", "https://hs.example/logout", []),
                Response = null,
                Failure = "timeout after 10 s",
            },
        ],
    };
}
