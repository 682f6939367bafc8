using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Runs;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Conformance.SelfTests.Fixtures.Matrix;

/// <summary>The keys that the suite uploads would be taken by a server that verifies them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class DeviceKeysTests
{
    private const string UserId = "@alice:example.org";
    private const string DeviceId = "ABCDEFGHIJ";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Test]
    public void Signs_all_keys_of_an_upload()
    {
        var upload = Upload();

        var signed = new List<JsonNode?> { upload["device_keys"] };
        signed.AddRange(upload["one_time_keys"]!.AsObject().Select(key => key.Value));
        signed.AddRange(upload["fallback_keys"]!.AsObject().Select(key => key.Value));

        signed.Should().HaveCount(7).And.OnlyContain(key => IsSigned(upload, key!.AsObject()));
    }

    [Test]
    public void Would_be_caught_with_a_changed_key()
    {
        var upload = Upload();
        var key = upload["one_time_keys"]!.AsObject().First().Value!.AsObject();

        key["key"] = Convert.ToBase64String(new byte[32]).TrimEnd('=');

        IsSigned(upload, key).Should().BeFalse();
    }

    [Test]
    public void Names_user_device_and_algorithms()
    {
        var keys = Upload()["device_keys"]!;

        ((string?)keys["user_id"], (string?)keys["device_id"]).Should().Be((UserId, DeviceId));
        keys["algorithms"]!.AsArray().Select(name => (string?)name).Should().Equal("m.olm.v1.curve25519-aes-sha2", "m.megolm.v1.aes-sha2");
        keys["keys"]!.AsObject().Select(key => key.Key).Should().Equal($"curve25519:{DeviceId}", $"ed25519:{DeviceId}");
    }

    [Test]
    public void Writes_base64_without_padding()
    {
        Upload().ToJsonString().Should().NotContain("=");
    }

    [Test]
    public void Marks_the_fallback_key_and_no_other()
    {
        var upload = Upload();

        upload["fallback_keys"]!.AsObject().Should().ContainSingle().Which.Value!["fallback"]!.GetValue<bool>().Should().BeTrue();
        upload["one_time_keys"]!.AsObject().Should().HaveCount(5).And.OnlyContain(key => !key.Value!.AsObject().ContainsKey("fallback"));
    }

    [Test]
    public void Repeats_the_keys_of_a_seed_and_no_others()
    {
        Upload().ToJsonString().Should().Be(Upload().ToJsonString()).And.NotBe(Upload(seed: 2).ToJsonString());
    }

    [Test]
    public async Task Is_taken_by_the_reference_server()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server));
        target.Enter();
        var session = await (await target.Matrix.Accounts.Lease()).LogIn();

        await session.UploadKeys(oneTimeKeys: 5);

        var counted = await session.UploadKeys(new { });
        counted.At("/one_time_key_counts/signed_curve25519")!.GetValue<int>().Should().Be(5);
    }

    private static JsonObject Upload(int seed = 1) => new DeviceKeys(new TestData(seed, "keys"), UserId, DeviceId).Upload(oneTimeKeys: 5);

    private static bool IsSigned(JsonObject upload, JsonObject json)
    {
        var publicKey = FromBase64(upload["device_keys"]!["keys"]![$"ed25519:{DeviceId}"]!);
        var signature = FromBase64(json["signatures"]![UserId]![$"ed25519:{DeviceId}"]!);
        var message = Encoding.UTF8.GetBytes(Canonical(json).ToJsonString(Relaxed));
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, new Ed25519PublicKeyParameters(publicKey, 0));
        verifier.BlockUpdate(message, 0, message.Length);
        return verifier.VerifySignature(signature);
    }

    // Appendix "Signing JSON": without signatures and unsigned, members in the order of their names.
    private static JsonObject Canonical(JsonObject json) => new(json
        .Where(member => member.Key is not ("signatures" or "unsigned"))
        .OrderBy(member => member.Key, StringComparer.Ordinal)
        .Select(
            member => KeyValuePair.Create(member.Key, member.Value is JsonObject inner ? Canonical(inner) : member.Value?.DeepClone())));

    private static byte[] FromBase64(JsonNode text)
    {
        var unpadded = text.GetValue<string>();
        return Convert.FromBase64String(unpadded.PadRight((unpadded.Length + 3) / 4 * 4, '='));
    }
}
