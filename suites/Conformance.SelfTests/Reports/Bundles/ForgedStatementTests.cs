using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Reports.Bundles;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Bundles;

/// <summary>Whoever makes all digests anew still cannot have reports and statement say what the record does not give.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ForgedStatementTests
{
    [Test]
    public async Task A_statement_about_another_catalogue_is_told()
    {
        var files = PackedRun.FilesOf(await PackedRun.Pack());
        var changed = files.Select(file => file.Path == BundleContents.Attestation ? file with { Content = WithoutDigests(file) } : file);

        PackedRun.Verify(PackedRun.Repack(changed)).Problems.Should()
            .Contain(problem => problem.Problem.StartsWith("predicate/configuration/catalogue", StringComparison.Ordinal)
                && problem.Problem.Contains("judged by other texts", StringComparison.Ordinal));
    }

    [Test]
    public async Task A_report_that_says_otherwise_than_the_record_is_found_though_every_digest_fits()
    {
        var files = PackedRun.FilesOf(await PackedRun.Pack()).Where(file => file.Path != BundleContents.Attestation)
            .Select(file => file.Path == "summary.md" ? file with { Content = "all is well"u8.ToArray() } : file).ToList();
        var statement = Statement(await PackedRun.Pack());
        foreach (var subject in statement["subject"]!.AsArray())
        {
            if (subject!["name"]!.GetValue<string>() == "summary.md")
                subject["digest"]!["sha256"] = Convert.ToHexStringLower(SHA256.HashData("all is well"u8));
        }

        files.Add(new BundleFile(BundleContents.Attestation, Sealed(statement)));

        PackedRun.Verify(PackedRun.Repack(files)).Problems.Should().Equal(new BundleProblem("summary.md", "is not what the record gives"));
    }

    [Test]
    public async Task A_result_that_the_record_does_not_give_is_found()
    {
        var bundle = await PackedRun.Pack();
        var statement = Statement(bundle);
        statement["predicate"]!["result"] = "PASSED";
        var files = PackedRun.FilesOf(bundle)
            .Select(file => file.Path == BundleContents.Attestation ? file with { Content = Sealed(statement) } : file);

        PackedRun.Verify(PackedRun.Repack(files)).Problems.Should()
            .Equal(new BundleProblem(BundleContents.Attestation, "predicate/result is \"PASSED\", and the record gives \"FAILED\""));
    }

    [Test]
    public async Task A_member_that_no_statement_has_is_found() =>
        await ShouldBeFound(statement => statement["note"] = "conformant", "note is \"conformant\", and the record gives absent");

    [Test]
    public async Task A_member_that_no_result_has_is_found() =>
        await ShouldBeFound(statement => statement["predicate"]!["url"] = "https://vendor.example", "predicate/url is");

    [Test]
    public async Task An_additional_annotation_is_found([Values("target", "reports")] string descriptor) =>
        await ShouldBeFound(
            statement => Descriptor(statement, descriptor)["annotations"]!["certifiedBy"] = "everybody",
            $"predicate/configuration/{descriptor} is");

    [Test]
    public async Task A_digest_that_is_not_of_the_told_version_is_found() =>
        await ShouldBeFound(
            statement => Descriptor(statement, "reports")["annotations"]!["version"] = "9.9", "predicate/configuration/reports is");

    [Test]
    public async Task A_doubled_descriptor_is_found() =>
        await ShouldBeFound(
            statement => statement["predicate"]!["configuration"]!.AsArray().Add(Descriptor(statement, "target").DeepClone()),
            "predicate/configuration has a descriptor twice");

    [Test]
    public async Task A_doubled_subject_is_found() =>
        await ShouldBeFound(
            statement => statement["subject"]!.AsArray().Add(statement["subject"]![0]!.DeepClone()),
            "subject is not the list of the files");

    [Test]
    public async Task A_subject_that_says_more_than_its_digest_is_found() =>
        await ShouldBeFound(
            statement => statement["subject"]![0]!["uri"] = "https://vendor.example", "subject is not the list of the files");

    [Test]
    public async Task Another_version_of_the_tool_is_told_and_is_no_problem()
    {
        var result = PackedRun.Verify(await Restated(statement =>
        {
            Descriptor(statement, "reports")["annotations"]!["version"] = "9.9";
            Descriptor(statement, "reports")["digest"]!["sha256"] = Convert.ToHexStringLower(SHA256.HashData("9.9"u8));
        }));

        result.Problems.Should().BeEmpty();
        result.Version.Should().StartWith("made by version 9.9, and this is ");
    }

    private static async Task ShouldBeFound(Action<JsonNode> change, string problem) =>
        PackedRun.Verify(await Restated(change)).Problems.Should().ContainSingle()
            .Which.Should().Match<BundleProblem>(
                found => found.File == BundleContents.Attestation && found.Problem.StartsWith(problem, StringComparison.Ordinal));

    private static async Task<byte[]> Restated(Action<JsonNode> change)
    {
        var bundle = await PackedRun.Pack();
        var statement = Statement(bundle);
        change(statement);
        return PackedRun.Repack(PackedRun.FilesOf(bundle).Select(
            file => file.Path == BundleContents.Attestation ? file with { Content = Sealed(statement) } : file));
    }

    private static JsonNode Descriptor(JsonNode statement, string name) =>
        statement["predicate"]!["configuration"]!.AsArray().Single(each => each!["name"]!.GetValue<string>() == name)!;

    private static JsonNode Statement(byte[] bundle) => JsonNode.Parse(BundleTests.AttestationOf(bundle).Content())!;

    private static byte[] Sealed(JsonNode statement) =>
        Encoding.UTF8.GetBytes(Envelope.Seal(Encoding.UTF8.GetBytes(statement.ToJsonString()), null).Write());

    private static byte[] WithoutDigests(BundleFile attestation)
    {
        var statement = JsonNode.Parse(Envelope.Find(Encoding.UTF8.GetString(attestation.Content.Span))!.Content())!;
        foreach (var descriptor in statement["predicate"]!["configuration"]!.AsArray())
            descriptor!["digest"] = new JsonObject { ["sha256"] = new string('0', 64) };
        return Sealed(statement);
    }
}
