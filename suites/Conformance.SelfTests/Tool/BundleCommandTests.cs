using System.Security.Cryptography;
using Conformance.SelfTests.Reports;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary>The command <c>bundle</c>, as a build server uses it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class BundleCommandTests
{
    private BundleFolder folder = null!;

    [SetUp]
    public async Task WriteRun() => folder = await BundleFolder.OfRecordedRun();

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    [Test]
    public async Task A_signed_bundle_is_verified_with_the_public_key()
    {
        using var key = PackedRun.NewKey();
        var packed = await folder.Pack("--key", folder.Save("key.pem", key.ExportPkcs8PrivateKeyPem()));

        var verified = await ToolCall.Of("verify", folder.Evidence, "--key", folder.Save("pub.pem", key.ExportSubjectPublicKeyInfoPem()));

        packed.Should().Match<ToolCall>(
            it => it.Code == ExitCode.Success && it.Output.Contains("signed with key id") && it.Error.Length == 0);
        verified.Code.Should().Be(ExitCode.Success, verified.Output);
        verified.Output.Should().Contain("evidence.zip: verified\n").And.Contain("signature: signed with");
    }

    [Test]
    public async Task An_unsigned_bundle_says_so_when_it_is_packed_and_when_it_is_verified()
    {
        (await folder.Pack()).Output.Should().Contain("UNSIGNED: anybody can make such a bundle");

        var verified = await ToolCall.Of("verify", folder.Evidence);

        verified.Code.Should().Be(ExitCode.Success, verified.Output);
        verified.Output
            .Should()
            .StartWith($"{folder.Evidence}: verified, UNSIGNED\n").And
            .Contain("UNSIGNED: anybody can have made this bundle");
        verified.Output.Should().MatchRegex(
            @"\n  the record's own word: what was expected of the answers, [1-9]\d+ expectations; compare it with the certificate\n");
    }

    [Test, NonParallelizable]
    public async Task The_environment_may_have_the_key()
    {
        using var key = PackedRun.NewKey();
        Environment.SetEnvironmentVariable("CONFORMANCE_SIGNING_KEY", key.ExportECPrivateKeyPem());
        try
        {
            (await folder.Pack()).Output.Should().Contain("signed with key id");
        }
        finally
        {
            Environment.SetEnvironmentVariable("CONFORMANCE_SIGNING_KEY", null);
        }

        (await ToolCall.Of("verify", folder.Evidence, "--key", folder.Save("pub.pem", key.ExportSubjectPublicKeyInfoPem())))
            .Code
            .Should()
            .Be(ExitCode.Success);
    }

    [Test]
    public async Task Nothing_is_packed_that_contradicts_itself()
    {
        var record = await RecordedRun.Record();
        folder.Save("run.json", record with { Totals = record.Totals with { Logins = record.Totals.Logins + 1 } });

        var (code, _, error) = await folder.Pack();

        code.Should().Be(ExitCode.NotVerified);
        error.Should().Contain("journal.jsonl: folds to another record than run.json").And.Contain("run.json: totals: logins is ");
        File.Exists(folder.Evidence).Should().BeFalse();
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
            (await folder.Pack("--key", folder.Save("key.pem", pem))).ShouldBeRefused(ExitCode.BadUsage, problem);

        (await folder.Pack("--key", folder.PathTo("nowhere.pem"))).ShouldBeRefused(ExitCode.BadUsage, "nowhere.pem");
    }

    [Test]
    public async Task What_cannot_be_read_is_told()
    {
        (await ToolCall.Of("verify", folder.PathTo("nowhere.zip"))).ShouldBeRefused(ExitCode.UnreadableRecord, "nowhere.zip");
        (await ToolCall.Of("verify", folder.PathTo("run.json"))).ShouldBeRefused(ExitCode.UnreadableRecord, "not a ZIP archive");
        (await folder.Pack("--journal", folder.PathTo("nowhere.jsonl"))).ShouldBeRefused(ExitCode.UnreadableRecord, "--journal");
        (await folder.Pack("--profile", "koyeb-s21")).ShouldBeRefused(ExitCode.BadUsage, "koyeb");
        (await folder.Pack("--profile", "nope")).ShouldBeRefused(ExitCode.BadUsage, "nope");
    }
}
