using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Schemas.Ledger;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Verification.Forgery;

namespace Conformance.SelfTests.Reports.Verification;

/// <summary>Whoever edits exchanges, or what they give in passing, without inventing all of them anew is found out.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ForgedExchangeTests
{
    [Test]
    public async Task An_edited_status_is_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(
                scenario => Changed(scenario, response: response => response with { Status = response.Status == 200 ? 401 : 200 })),
            "MTX-LOGOUT-01, LogoutTests.Succeeds_without_a_body, exchange ",
            "the record says that what was expected holds, and it does not");

    [Test]
    public async Task An_edited_body_is_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(scenario => Changed(scenario, response: response => response with { Body = "[]" })),
            "LogoutTests.",
            "lacks a finding that its exchanges give in passing");

    [Test]
    public async Task An_edited_request_is_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(scenario => Changed(scenario, request: request => request with { Method = "OPTIONS" })),
            "LogoutTests.",
            "in passing at");

    [Test]
    public async Task Two_exchanges_with_one_number_are_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(scenario => scenario with
            {
                Exchanges =
                [
                    .. scenario.Exchanges,
                    .. scenario.Exchanges.Take(1).Select(first => first with { Endpoint = "GET /elsewhere" }),
                ],
            }),
            "exchange ",
            "not as the same exchange");

    [Test]
    public async Task A_judgement_of_an_exchange_that_was_taken_away_is_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(scenario => scenario with { Exchanges = [] }),
            "LogoutTests.",
            "is not among the exchanges of the scenario");

    [Test]
    public async Task A_finding_of_the_session_ledger_that_was_removed_is_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(
                scenario => scenario with { Findings = [.. scenario.Findings.Where(finding => finding.Check != SessionLedger.Name)] }),
            "LogoutTests.",
            "lacks a finding that its exchanges give in passing");

    [Test]
    public async Task A_finding_of_the_session_ledger_that_was_doubled_is_found() =>
        ShouldBeFound(
            await RecordedRun.Forged(scenario => scenario with
            {
                Findings = [.. scenario.Findings, .. scenario.Findings.Where(finding => finding.Check == SessionLedger.Name)],
            }),
            "LogoutTests.",
            "in another number or order");

    [Test]
    public async Task A_tolerance_that_excuses_what_the_session_ledger_found_is_found()
    {
        var record = await RecordedRun.Record();

        ShouldBeFound(
            record with { Target = record.Target with { RevocationMilliseconds = 600_000 } },
            "LogoutTests.",
            "has a finding that its exchanges do not give in passing");
    }

    private static ScenarioFinished Changed(
        ScenarioFinished scenario,
        Func<RecordedRequest, RecordedRequest>? request = null,
        Func<RecordedResponse, RecordedResponse>? response = null) =>
            scenario with
            {
                Exchanges = [.. scenario.Exchanges.Select(exchange => exchange with
                {
                    Request = request is null ? exchange.Request : request(exchange.Request),
                    Response = response is null || exchange.Response is null ? exchange.Response : response(exchange.Response),
                })],
            };
}
