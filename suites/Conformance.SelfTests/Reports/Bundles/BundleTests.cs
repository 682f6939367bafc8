using System.Text;
using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.Reports;
using Conformance.Reports.Bundles;
using Conformance.Reports.Verification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Bundles;

/// <summary>A bundle holds all evidence of a run, and says what it attests.</summary>
public sealed class BundleTests
{
    [Test]
    public async Task Verifies_when_it_is_as_it_was_signed()
    {
        using var key = PackedRun.NewKey();

        var result = PackedRun.Verify(await PackedRun.Pack(key), key);

        var unjudged = (await RecordedRun.Record()).Scenarios.Count(scenario => scenario.Verdict is Verdict.NotApplicable);
        result.Problems.Should().BeEmpty();
        result.SignatureState.Should().Be(SignatureState.Valid);
        result.Signature.Should().Be($"signed with vendor.pem, key id {SigningKeys.IdOf(key)}");
        result.Judgement.Should().StartWith("not conformant to matrix-session version 3: recorded: ");
        result.Trusted
            .Should()
            .Match<TakenOnTrust>(trusted => trusted.Unjudged == unjudged
                && trusted.Expected > 50
                && trusted.Expected > trusted.Expectations
                && trusted.LeftOut > 200
                && trusted.Missing == 0);
    }

    [Test]
    public async Task Says_that_it_is_unsigned()
    {
        var result = PackedRun.Verify(await PackedRun.Pack());

        result.Problems.Should().BeEmpty();
        result.SignatureState.Should().Be(SignatureState.Unsigned);
        result.Signature.Should().StartWith("UNSIGNED: anybody can have made this bundle");
    }

    [Test]
    public async Task Says_that_its_signature_was_not_checked()
    {
        using var key = PackedRun.NewKey();

        var result = PackedRun.Verify(await PackedRun.Pack(key));

        result.Problems.Should().BeEmpty();
        result.SignatureState.Should().Be(SignatureState.NotChecked);
        result.Signature.Should().StartWith("NOT CHECKED").And.Contain(SigningKeys.IdOf(key));
    }

    [Test]
    public async Task Holds_the_record_its_journal_and_every_report()
    {
        var paths = PackedRun.FilesOf(await PackedRun.Pack()).Select(file => file.Path).ToList();

        paths.Should().StartWith([BundleContents.Attestation]).And.Contain([BundleContents.Record, BundleContents.Journal, "summary.md"]);
        paths.Should().OnlyHaveUniqueItems().And.HaveCountGreaterThanOrEqualTo(3 + ReportFormats.All.Count);
    }

    [Test]
    public async Task Is_the_same_every_time_if_it_is_unsigned() => (await PackedRun.Pack()).Should().Equal(await PackedRun.Pack());

    [Test]
    public async Task Attests_the_result_as_in_toto_says()
    {
        var statement = await Statement();
        var predicate = statement["predicate"]!;

        statement["_type"]!.GetValue<string>().Should().Be("https://in-toto.io/Statement/v1");
        statement["predicateType"]!.GetValue<string>().Should().Be("https://in-toto.io/attestation/test-result/v0.1");
        predicate["result"]!.GetValue<string>().Should().Be("FAILED");
        Names(predicate["failedTests"]).Should().Equal("MTX-LOGOUT-02", "MTX-LOGOUT-08");
        Names(predicate["passedTests"]).Should().Contain("MTX-LOGOUT-01").And.NotContain("MTX-LOGOUT-02");
        Names(predicate["warnedTests"]).Should().BeEmpty();
    }

    [Test]
    public async Task Attests_every_file_and_what_the_verdicts_rest_on()
    {
        var statement = await Statement();
        var descriptors = statement["predicate"]!["configuration"]!.AsArray();

        statement["subject"]!.AsArray().Select(subject => subject!["name"]!.GetValue<string>())
            .Should().BeEquivalentTo(
                PackedRun.FilesOf(await PackedRun.Pack()).Select(file => file.Path).Where(path => path != BundleContents.Attestation));
        descriptors
            .Select(each => each!["name"]!.GetValue<string>())
            .Should()
            .StartWith(["target", "profile", "catalogue", "responseSchemas", "faultResults", "reports"]);
        descriptors.Concat(statement["subject"]!.AsArray()).Select(each => each!["digest"]!["sha256"]!.GetValue<string>())
            .Should().AllSatisfy(digest => digest.Should().MatchRegex("^[0-9a-f]{64}$"));
    }

    private static async Task<JsonNode> Statement() => JsonNode.Parse(AttestationOf(await PackedRun.Pack()).Content())!;

    internal static Envelope AttestationOf(byte[] bundle) => Envelope.Find(
        Encoding.UTF8.GetString(PackedRun.FilesOf(bundle).Single(file => file.Path == BundleContents.Attestation).Content.Span))!;

    private static IEnumerable<string> Names(JsonNode? tests) => tests!.AsArray().Select(test => test!.GetValue<string>());
}
