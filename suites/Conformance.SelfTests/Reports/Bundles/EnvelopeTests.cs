using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Conformance.Reports.Bundles;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Bundles;

/// <summary>Envelopes are as the DSSE protocol and its readers have them.</summary>
public sealed class EnvelopeTests
{
    [Test]
    public void Encodes_what_is_signed_as_the_protocol_shows() =>
        Encoding.UTF8.GetString(Envelope.PreAuthenticationEncoding("http://example.com/HelloWorld", "hello world"u8.ToArray()))
            .Should().Be("DSSEv1 29 http://example.com/HelloWorld 11 hello world");

    [Test]
    public void Counts_bytes_and_not_characters() =>
        Encoding.UTF8.GetString(Envelope.PreAuthenticationEncoding("ä", "ö"u8.ToArray())).Should().Be("DSSEv1 2 ä 2 ö");

    [Test]
    public void Is_written_with_the_names_of_the_protocol()
    {
        using var key = PackedRun.NewKey();

        Envelope.Seal("{}"u8.ToArray(), key).Write().Should()
            .ContainAll(
                "\"payloadType\": \"application/vnd.in-toto+json\"",
                "\"payload\": \"e30=\"",
                "\"signatures\": [",
                "\"sig\": \"",
                $"\"keyid\": \"{SigningKeys.IdOf(key)}\"");
    }

    [TestCase("+/8=")]
    [TestCase("-_8=")]
    [TestCase("-_8")]
    public void Takes_both_alphabets_of_base64(string payload) =>
        Envelope.Find($$"""{"payload":"{{payload}}","payloadType":"t","signatures":[{"sig":""}]}""")!.Content().Should().Equal(0xFB, 0xFF);

    [Test]
    public void Is_none_where_the_text_is_none() => Envelope.Find("""{"payload":1}""").Should().BeNull();

    [Test]
    public void Believes_no_key_id()
    {
        using var key = PackedRun.NewKey();
        using var other = PackedRun.NewKey();
        var signed = Envelope.Seal("{}"u8.ToArray(), other);
        var claims = signed with { Signatures = [signed.Signatures[0] with { KeyId = SigningKeys.IdOf(key) }] };

        (claims.IsSignedBy(key), claims.IsSignedBy(other)).Should().Be((false, true));
    }

    [Test]
    public async Task Is_verified_by_OpenSSL_too()
    {
        using var key = PackedRun.NewKey();
        var envelope = BundleTests.AttestationOf(await PackedRun.Pack(key));
        var folder = Directory.CreateTempSubdirectory("conformance-dsse-");
        try
        {
            var content = Envelope.PreAuthenticationEncoding(envelope.PayloadType, envelope.Content()!);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "key.pem"), key.ExportSubjectPublicKeyInfoPem());
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "sig"), Convert.FromBase64String(envelope.Signatures.Single().Sig));
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "sound"), content);
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "changed"), [.. content, 0]);

            (await Verify(folder, "sound")).Should().Be("Verified OK");
            (await Verify(folder, "changed")).Should().StartWith("Verification failure");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> Verify(DirectoryInfo folder, string file)
    {
        var start = new ProcessStartInfo("openssl", ["dgst", "-sha256", "-verify", "key.pem", "-signature", "sig", file])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        var output = await process.StandardOutput.ReadToEndAsync();
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync(bound.Token);
        return output.Trim();
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Ignore("There is no openssl on the PATH, which would verify the signature on its own.");
            throw;
        }
    }
}
