using Conformance.Fixtures.Targets;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>What counts as a refusal of plain HTTP, and what a target without TLS is spared.</summary>
public sealed class PlainHttpTests
{
    private const string Row = "KOY-GEN-14";

    [Test]
    public async Task Nobody_listening_is_a_refusal()
    {
        var record = await RunWith($"http://{CannedServer.ClosedAuthority()}");

        RowOf(record).Verdict.Should().Be(Verdict.Pass);
        RowOf(record).Observations.Should().ContainSingle().Which.Value.Should().Be("no answer");
    }

    [Test]
    public async Task A_page_that_leads_to_HTTPS_is_a_refusal_and_is_held_against_nobody()
    {
        using var plain = new CannedServer(CannedReply.Html(301, "<html></html>"));

        var record = await RunWith(plain.BaseUrl);

        RowOf(record).Verdict.Should().Be(Verdict.Pass);
        record.Scenarios.SelectMany(scenario => scenario.Findings).Should().BeEmpty();
    }

    [Test]
    public async Task Another_refusal_than_that_of_the_API_is_one_of_plain_HTTP()
    {
        using var plain = new CannedServer(CannedReply.Json(401, """{"status":401,"code":"use_https","message":"No."}"""));

        var record = await RunWith(plain.BaseUrl, servesTestAuth: false);

        RowOf(record).Verdict.Should().Be(Verdict.Pass);
    }

    [Test]
    public async Task The_usual_refusal_for_want_of_credentials_proves_nothing()
    {
        using var plain = new CannedServer(CannedReply.Json(401, """{"status":401,"code":"authentication_error","message":"No."}"""));

        var record = await RunWith(plain.BaseUrl, servesTestAuth: false);

        RowOf(record).Verdict.Should().Be(Verdict.NotApplicable);
        RowOf(record).Reason.Should().Contain("/v1/test/anon");
    }

    [Test]
    public async Task No_credential_travels_over_it()
    {
        using var plain = new CannedServer(CannedReply.Json(403, "{}"));

        await RunWith(plain.BaseUrl);

        var request = plain.Requests.Should().ContainSingle().Subject;
        request.Header("Authorization").Should().BeNull();
        request.Header("X-Staging-Key").Should().BeNull("the operator sends it with every request to the base URL, and it may be a secret");
    }

    [Test]
    public async Task A_target_that_names_no_such_URL_is_told_which_key_it_takes()
    {
        var record = await RunWith(plainHttpUrl: null);

        RowOf(record).Verdict.Should().Be(Verdict.NotApplicable);
        RowOf(record).Reason.Should().Contain("plainHttpUrl");
    }

    private static async Task<RunRecord> RunWith(string? plainHttpUrl, bool servesTestAuth = true)
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions { Edition = "s26", ServesTestAuth = servesTestAuth });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "plain", strict: true, settings => settings with
        {
            PlainHttpUrl = plainHttpUrl,
            Headers = [new HeaderSettings("X-Staging-Key", "staging-secret", IsSecret: true)],
        }));
        await SuiteRunner.Run(run, $"<filter><prop name='Requirement'>{Row}</prop></filter>");
        return SuiteRuns.RecordOf(run, "plain");
    }

    private static RequirementResult RowOf(RunRecord record) => record.Requirements.Single(row => row.Id == Row);
}
