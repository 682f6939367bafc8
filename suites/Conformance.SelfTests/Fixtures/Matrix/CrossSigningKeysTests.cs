using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Runs;
using FluentAssertions;
using NUnit.Framework;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Conformance.SelfTests.Fixtures.Matrix;

/// <summary>The cross-signing keys that the suite uploads would be taken by a server that verifies them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class CrossSigningKeysTests
{
    private const string UserId = "@alice:example.org";

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [TestCase("self_signing_key"), TestCase("user_signing_key")]
    public void Lets_the_master_key_sign_the_other_keys(string member)
    {
        var keys = Keys();
        var signed = keys.Upload()[member]!.AsObject();
        var signature = FromBase64((string)signed["signatures"]![UserId]![$"ed25519:{keys.Master}"]!);
        signed.Remove("signatures");
        var message = Encoding.UTF8.GetBytes(signed.ToJsonString(Relaxed));
        var verifier = new Ed25519Signer();
        verifier.Init(forSigning: false, new Ed25519PublicKeyParameters(FromBase64(keys.Master), 0));
        verifier.BlockUpdate(message, 0, message.Length);

        verifier.VerifySignature(signature).Should().BeTrue();
        signed.Select(named => named.Key).Should().BeInAscendingOrder(StringComparer.Ordinal, "that is what canonical JSON signs");
    }

    [Test]
    public void Names_each_key_by_itself()
    {
        var keys = Keys();
        var upload = keys.Upload();

        NamesOf(upload["master_key"]!).Should().Equal(($"ed25519:{keys.Master}", keys.Master));
        NamesOf(upload["self_signing_key"]!).Should().Equal(($"ed25519:{keys.SelfSigning}", keys.SelfSigning));
        NamesOf(upload["user_signing_key"]!).Should().Equal(($"ed25519:{keys.UserSigning}", keys.UserSigning));
        new[] { keys.Master, keys.SelfSigning, keys.UserSigning }.Should().OnlyHaveUniqueItems();
    }

    private static CrossSigningKeys Keys() => new(new TestData(1, "keys"), UserId);

    private static IEnumerable<(string, string)> NamesOf(JsonNode key) =>
        key["keys"]!.AsObject().Select(named => (named.Key, (string)named.Value!));

    private static byte[] FromBase64(string unpadded) => Convert.FromBase64String(unpadded.PadRight((unpadded.Length + 3) / 4 * 4, '='));
}
