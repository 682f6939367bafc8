using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Severity;
using Conformance.Fixtures.Targets;
using Conformance.Record.Exchanges;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Contracts;
using Conformance.SelfTests.Record.Text;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Severity;

/// <summary>What a failure tells: which promise broke, how, with which evidence, how to repeat it. Approved texts.</summary>
public sealed class FailureTextTests
{
    private static readonly Finding TokenAccepted =
        new("MTX-LOGOUT-02", Verdict.Fail, new Mismatch("status", "401", "200"), 17) { Endpoint = "GET /sync" };

    private static readonly Finding NullName = new(
        "MTX-DEV-03", Verdict.Warning, new Mismatch("body", "absent when unset", "null") { Pointer = "/devices/0/display_name" }, 18)
    {
        Endpoint = "GET /devices",
        Check = "no nulls in devices",
    };

    [Test, Category(GeneratedFiles.TextsCategory)]
    public void A_broken_promise_tells_everything_about_itself() =>
        Text(Scenario(Verdict.Fail, null, TokenAccepted), [TokenAccepted]).ShouldBeApproved("broken-promise.approved.txt");

    [Test, Category(GeneratedFiles.TextsCategory)]
    public void What_was_found_in_passing_is_told_under_its_own_requirement() =>
        Text(Scenario(Verdict.Pass, null, NullName), [NullName]).ShouldBeApproved("found-in-passing.approved.txt");

    [Test, Category(GeneratedFiles.TextsCategory)]
    public void A_failed_control_tells_that_nothing_was_proven() =>
        Text(
            Scenario(
                Verdict.Inconclusive,
                "A control failed, so nothing was proven. GET /sync (exchange 17): status: expected 401, was 200") with
            {
                FailedControl = 17,
            },
            [])
            .ShouldBeApproved("failed-control.approved.txt");

    [Test, Category(GeneratedFiles.TextsCategory)]
    public void A_softened_finding_tells_why_it_weighs_less()
    {
        var softened = TokenAccepted with
        {
            Verdict = Verdict.Warning,
            Softened = "The target file declares statelessTokens: its tokens end by expiry only.",
        };

        Text(Scenario(Verdict.Warning, null, softened), [softened]).ShouldBeApproved("softened.approved.txt");
    }

    [TestCase("WhoAmITests.Tells(\"a.b.c\")", "Name~Tells\"")]
    [TestCase("WhoAmITests.Tells(1.5d, \"x\")", "Name~Tells\"")]
    [TestCase("WhoAmITests.Tells", "Name~Tells\"")]
    public void The_line_that_repeats_it_names_the_scenario_without_its_case(string scenario, string told) =>
        Text(Scenario(Verdict.Fail, null, TokenAccepted) with { Scenario = scenario }, [TokenAccepted]).TrimEnd().Should().EndWith(told);

    private static IEnumerable<string> HostileKinds => HostileTexts.All.Keys;

    [TestCaseSource(nameof(HostileKinds))]
    public void What_a_server_says_is_text_in_it(string kind)
    {
        var text = HostileTexts.All[kind];
        var finding = TokenAccepted with { Mismatch = new Mismatch("body", text, text) { Pointer = $"/{text}" } };
        var exchange = Exchange(17, "GET /sync", text);
        var scenario = Scenario(Verdict.Fail, text, finding) with
        {
            Exchanges =
            [
                exchange with
                {
                    Request = exchange.Request with { Url = $"http://127.0.0.1/{text}", Body = text },
                    Response = new RecordedResponse(200, [new Header("Server", text), new Header(text, "1")], text),
                },
            ],
        };

        var told = Text(scenario, [finding]);

        told.Should().Contain(HostileTexts.Mark);
        told.ShouldBeInert(kind);
        told.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("  ", StringComparison.Ordinal)).Should().OnlyContain(
            line => line.StartsWith("FAIL: MTX-LOGOUT-02", StringComparison.Ordinal), "no line of it is the server's");
    }

    private static ScenarioFinished Scenario(Verdict verdict, string? reason, params Finding[] findings) =>
        new("LogoutTests.Kills_the_token_on_every_endpoint", "MTX-LOGOUT-02", verdict)
        {
            Reason = reason,
            Findings = findings,
            Exchanges = [Exchange(17, "GET /sync", "{\"next_batch\":\"s1\"}"), Exchange(18, "GET /devices", new string('x', 5000))],
        };

    private static Exchange Exchange(int number, string endpoint, string body) => new()
    {
        Number = number,
        Endpoint = endpoint,
        StartedAt = DateTimeOffset.UnixEpoch,
        Milliseconds = 2.4,
        FreshConnection = number == 18,
        Request = new RecordedRequest(
            "GET",
            $"http://127.0.0.1:8008/_matrix/client/v3{endpoint[4..]}",
            [new Header("Authorization", "Bearer <access-token#17~test>")]),
        Response = new RecordedResponse(200, [new Header("Content-Type", "application/json")], body),
    };

    private static string Text(ScenarioFinished finished, IReadOnlyList<Finding> findings)
    {
        using var target = new TargetRun(
            new TargetSettings
            {
                Name = "staging",
                Contract = KnownContracts.Matrix,
                BaseUrl = "http://127.0.0.1:8008",
                PathPrefix = "/_matrix/client/v3",
                Accounts = [],
                Tolerances = new ToleranceSettings(),
                File = "staging.json",
            },
            [],
            Path.Combine(LastRuns.Folder, Guid.NewGuid().ToString("N")),
            seed: 42,
            TimeProvider.System,
            new RunStop());
        return FailureText.Of(target, finished, findings).ReplaceLineEndings("\n") + "\n";
    }
}
