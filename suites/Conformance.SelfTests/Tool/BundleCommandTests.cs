using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Conformance.Reports.Records;
using Conformance.SelfTests.Reports.Bundles;
using Conformance.SelfTests.Reports.Verification;
using Conformance.Tool;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary>The commands <c>bundle</c> and <c>verify</c>, as a build server and a stranger use them.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BundleCommandTests
{
    private DirectoryInfo folder = null!;

    private string Evidence => Path.Combine(folder.FullName, "evidence.zip");

    [SetUp]
    public async Task WriteRun()
    {
        folder = Directory.CreateTempSubdirectory("conformance-bundle-");
        Save("run.json", RunRecordJson.Write(await RecordedRun.Record()));
        await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "journal.jsonl"), PackedRun.Lines(await RecordedRun.Journal));
    }

    [TearDown]
    public void DeleteFolder() => folder.Delete(recursive: true);

    [Test]
    public async Task A_signed_bundle_is_verified_with_the_public_key()
    {
        using var key = PackedRun.NewKey();
        var packed = await Pack("--key", Save("key.pem", key.ExportPkcs8PrivateKeyPem()));

        var verified = await Call("verify", Evidence, "--key", Save("pub.pem", key.ExportSubjectPublicKeyInfoPem()));

        packed.Should().Match<(ExitCode Code, string Output, string Error)>(
            it => it.Code == ExitCode.Success && it.Output.Contains("signed with key id") && it.Error.Length == 0);
        verified.Code.Should().Be(ExitCode.Success, verified.Output);
        verified.Output.Should().Contain("evidence.zip: verified\n").And.Contain("signature: signed with");
    }

    [Test]
    public async Task An_unsigned_bundle_says_so_when_it_is_packed_and_when_it_is_verified()
    {
        (await Pack()).Output.Should().Contain("UNSIGNED: anybody can make such a bundle");

        var verified = await Call("verify", Evidence);

        verified.Code.Should().Be(ExitCode.Success, verified.Output);
        verified.Output.Should().StartWith($"{Evidence}: verified, UNSIGNED\n").And.Contain("UNSIGNED: anybody can have made this bundle");
        verified.Output.Should().MatchRegex(
            @"\n  the record's own word: what was expected of the answers, [1-9]\d+ expectations; compare it with the certificate\n");
    }

    [Test]
    public async Task A_signature_that_nobody_checked_is_told_in_the_first_line_and_in_JSON()
    {
        using var key = PackedRun.NewKey();
        using var other = PackedRun.NewKey();
        await Pack("--key", Save("key.pem", key.ExportPkcs8PrivateKeyPem()));
        var (mine, theirs) = (
            Save("pub.pem", key.ExportSubjectPublicKeyInfoPem()), Save("other.pem", other.ExportSubjectPublicKeyInfoPem()));

        (await Call("verify", Evidence)).Output.Should().StartWith($"{Evidence}: verified, signature not checked\n");
        (await StateOf("verify", Evidence, "--json")).Should().Be("notChecked");
        (await StateOf("verify", Evidence, "--json", "--key", mine)).Should().Be("valid");
        (await StateOf("verify", Evidence, "--json", "--key", theirs)).Should().Be("wrong");
    }

    [Test, NonParallelizable]
    public async Task The_environment_may_have_the_key()
    {
        using var key = PackedRun.NewKey();
        Environment.SetEnvironmentVariable("CONFORMANCE_SIGNING_KEY", key.ExportECPrivateKeyPem());
        try
        {
            (await Pack()).Output.Should().Contain("signed with key id");
        }
        finally
        {
            Environment.SetEnvironmentVariable("CONFORMANCE_SIGNING_KEY", null);
        }

        (await Call("verify", Evidence, "--key", Save("pub.pem", key.ExportSubjectPublicKeyInfoPem()))).Code.Should().Be(ExitCode.Success);
    }

    [Test]
    public async Task Every_problem_stands_on_one_line_and_in_JSON()
    {
        using var vendor = PackedRun.NewKey();
        var pub = Save("pub.pem", vendor.ExportSubjectPublicKeyInfoPem());
        await Pack();

        var (code, output, _) = await Call("verify", Evidence, "--key", pub);
        var (jsonCode, json, _) = await Call("verify", Evidence, "--key", pub, "--json");

        (code, jsonCode).Should().Be((ExitCode.NotVerified, ExitCode.NotVerified));
        output.Should().Contain("evidence.zip: NOT VERIFIED").And.Contain("\n  attestation.json: is not signed, so not by ");
        var result = JsonNode.Parse(json)!;
        result["verified"]!.GetValue<bool>().Should().BeFalse();
        result["signatureState"]!.GetValue<string>().Should().Be("unsigned");
        result["problems"]!.AsArray().Should().ContainSingle().Which!["file"]!.GetValue<string>().Should().Be("attestation.json");
    }

    [Test]
    public async Task Nothing_is_packed_that_contradicts_itself()
    {
        var record = await RecordedRun.Record();
        Save("run.json", RunRecordJson.Write(record with { Totals = record.Totals with { Logins = record.Totals.Logins + 1 } }));

        var (code, _, error) = await Pack();

        code.Should().Be(ExitCode.NotVerified);
        error.Should().Contain("journal.jsonl: folds to another record than run.json").And.Contain("run.json: totals: logins is ");
        File.Exists(Evidence).Should().BeFalse();
    }

    [Test]
    public async Task A_key_that_cannot_sign_is_refused_in_one_sentence_that_shows_none_of_it()
    {
        using var sound = PackedRun.NewKey();
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        var encryption = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        (string Pem, string Problem)[] keys =
        [
            (other.ExportPkcs8PrivateKeyPem(), "another curve than P-256"),
            (rsa.ExportPkcs8PrivateKeyPem(), "no ECDSA key"),
            (sound.ExportEncryptedPkcs8PrivateKeyPem("secret", encryption), "encrypted key"),
            (sound.ExportSubjectPublicKeyInfoPem(), "public key, which cannot sign"),
            ("no key at all", "no private key in PEM"),
        ];
        foreach (var (pem, problem) in keys)
            ShouldBeRefused(await Pack("--key", Save("key.pem", pem)), ExitCode.BadUsage, problem);

        ShouldBeRefused(await Pack("--key", Path.Combine(folder.FullName, "nowhere.pem")), ExitCode.BadUsage, "nowhere.pem");
    }

    [Test]
    public async Task A_private_key_is_refused_for_verifying()
    {
        using var key = PackedRun.NewKey();
        await Pack();

        ShouldBeRefused(
            await Call("verify", Evidence, "--key", Save("key.pem", key.ExportPkcs8PrivateKeyPem())),
            ExitCode.BadUsage,
            "is a private key");
    }

    [Test]
    public async Task What_cannot_be_read_is_told()
    {
        ShouldBeRefused(await Call("verify", Path.Combine(folder.FullName, "nowhere.zip")), ExitCode.UnreadableRecord, "nowhere.zip");
        ShouldBeRefused(await Call("verify", Path.Combine(folder.FullName, "run.json")), ExitCode.UnreadableRecord, "not a ZIP archive");
        ShouldBeRefused(await Pack("--journal", Path.Combine(folder.FullName, "nowhere.jsonl")), ExitCode.UnreadableRecord, "--journal");
        ShouldBeRefused(await Pack("--profile", "koyeb-s21"), ExitCode.BadUsage, "koyeb");
        ShouldBeRefused(await Pack("--profile", "nope"), ExitCode.BadUsage, "nope");
    }

    [TestCase("matrix-session@1", "matrix-session version 1")]
    [TestCase("matrix-session", "matrix-session version 2")]
    public async Task A_bundle_is_verified_by_the_version_of_the_profile_that_it_names(string profile, string version)
    {
        await Pack("--profile", profile);

        var verified = await Call("verify", Evidence);

        verified.Code.Should().Be(ExitCode.Success, verified.Output);
        verified.Output.ReplaceLineEndings(" ").Should().Contain(version);
    }

    private string Save(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private Task<(ExitCode Code, string Output, string Error)> Pack(params string[] args) =>
        Call(["bundle", Path.Combine(folder.FullName, "run.json"), "--out", Evidence, .. args]);

    private static async Task<string> StateOf(params string[] args) =>
        JsonNode.Parse((await Call(args)).Output)!["signatureState"]!.GetValue<string>();

    private static async Task<(ExitCode Code, string Output, string Error)> Call(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await ConformanceTool.Run(args, output, error);
        return ((ExitCode)code, output.ToString(), error.ToString());
    }

    private static void ShouldBeRefused((ExitCode Code, string Output, string Error) result, ExitCode code, string problem)
    {
        result.Code.Should().Be(code);
        result.Error.TrimEnd().Should().StartWith("conformance: ").And.Contain(problem).And.NotContain("\n").And.NotContain("-----");
        result.Output.Should().BeEmpty();
    }
}
