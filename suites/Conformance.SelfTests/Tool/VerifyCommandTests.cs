using System.Text.Json.Nodes;
using Conformance.SelfTests.Reports;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary>The command <c>verify</c>, as a stranger uses it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class VerifyCommandTests
{
    private BundleFolder folder = null!;

    [SetUp]
    public async Task WriteRun() => folder = await BundleFolder.OfRecordedRun();

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    [Test]
    public async Task A_signature_that_nobody_checked_is_told_in_the_first_line_and_in_JSON()
    {
        using var key = PackedRun.NewKey();
        using var other = PackedRun.NewKey();
        await folder.Pack("--key", folder.Save("key.pem", key.ExportPkcs8PrivateKeyPem()));
        var (mine, theirs) = (
            folder.Save("pub.pem", key.ExportSubjectPublicKeyInfoPem()), folder.Save("other.pem", other.ExportSubjectPublicKeyInfoPem()));

        (await ToolCall.Of("verify", folder.Evidence)).Output.Should().StartWith($"{folder.Evidence}: verified, signature not checked\n");
        (await StateOf("verify", folder.Evidence, "--json")).Should().Be("notChecked");
        (await StateOf("verify", folder.Evidence, "--json", "--key", mine)).Should().Be("valid");
        (await StateOf("verify", folder.Evidence, "--json", "--key", theirs)).Should().Be("wrong");
    }

    [Test]
    public async Task Every_problem_stands_on_one_line_and_in_JSON()
    {
        using var vendor = PackedRun.NewKey();
        var pub = folder.Save("pub.pem", vendor.ExportSubjectPublicKeyInfoPem());
        await folder.Pack();

        var (code, output, _) = await ToolCall.Of("verify", folder.Evidence, "--key", pub);
        var (jsonCode, json, _) = await ToolCall.Of("verify", folder.Evidence, "--key", pub, "--json");

        (code, jsonCode).Should().Be((ExitCode.NotVerified, ExitCode.NotVerified));
        output.Should().Contain("evidence.zip: NOT VERIFIED").And.Contain("\n  attestation.json: is not signed, so not by ");
        var result = JsonNode.Parse(json)!;
        result["verified"]!.GetValue<bool>().Should().BeFalse();
        result["signatureState"]!.GetValue<string>().Should().Be("unsigned");
        result["problems"]!.AsArray().Should().ContainSingle().Which!["file"]!.GetValue<string>().Should().Be("attestation.json");
    }

    [Test]
    public async Task A_private_key_is_refused_for_verifying()
    {
        using var key = PackedRun.NewKey();
        await folder.Pack();

        (await ToolCall.Of("verify", folder.Evidence, "--key", folder.Save("key.pem", key.ExportPkcs8PrivateKeyPem())))
            .ShouldBeRefused(ExitCode.BadUsage, "is a private key");
    }

    [TestCase("matrix-session@1", "matrix-session version 1")]
    [TestCase("matrix-session", "matrix-session version 3")]
    public async Task A_bundle_is_verified_by_the_version_of_the_profile_that_it_names(string profile, string version)
    {
        await folder.Pack("--profile", profile);

        var verified = await ToolCall.Of("verify", folder.Evidence);

        verified.Code.Should().Be(ExitCode.Success, verified.Output);
        verified.Output.ReplaceLineEndings(" ").Should().Contain(version);
    }

    private static async Task<string> StateOf(params string[] args) =>
        JsonNode.Parse((await ToolCall.Of(args)).Output)!["signatureState"]!.GetValue<string>();
}
