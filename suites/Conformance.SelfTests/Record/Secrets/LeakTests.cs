using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Record.Journal;
using Conformance.Record.Secrets;
using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Record.Secrets;

/// <summary>The last look at every artefact finds a secret in all the forms that it could have slipped in.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LeakTests
{
    private const string Value = "pä\"ss/w+rd 100%";

    private static readonly string[] Forms =
    [
        Value,
        Uri.EscapeDataString(Value),
        Uri.EscapeDataString(Uri.EscapeDataString(Value)),
        JsonSerializer.Serialize(Value),
        JsonSerializer.Serialize(Value, JournalFormat.Line),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Value)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"alice:{Value}")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"bob:{Value}:")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{{\"password\":\"{Value}\"}}")).Replace('+', '-').Replace('/', '_'),
        WebUtility.HtmlEncode(Value),
        HtmlEncoder.Default.Encode(Value),
    ];

    [TestCaseSource(nameof(Forms))]
    public void Finds_a_secret_in_every_form(string form)
    {
        var vault = new SecretVault(nonce: "test");
        vault.Learn(SecretKind.AccessToken, "another secret");
        var secret = vault.Learn(SecretKind.Password, Value);

        vault.Leaks($"before {form} after").Should().Equal(secret);
    }

    [Test]
    public void Finds_nothing_in_an_artefact_with_labels()
    {
        var vault = new SecretVault(nonce: "test");
        var secret = vault.Learn(SecretKind.Password, Value);

        vault.Leaks($"before {secret} after {Value[..^1]}").Should().BeEmpty();
    }

    [Test]
    public void Passes_over_values_too_short_to_tell()
    {
        var vault = new SecretVault(nonce: "test");
        vault.Learn(SecretKind.Password, "short");
        var longer = vault.Learn(SecretKind.Password, "longer");

        vault.Leaks("short longer").Should().Equal(longer);
    }

    [TestCaseSource(nameof(Forms))]
    public void Hides_a_secret_in_every_form(string form)
    {
        var vault = new SecretVault(nonce: "test");
        vault.Learn(SecretKind.Password, Value);

        vault.Leaks(vault.Mask($"before {form} after")).Should().BeEmpty();
    }

    [Test]
    public void Hides_the_longer_of_two_secrets_whole()
    {
        var vault = new SecretVault(nonce: "test");
        vault.Learn(SecretKind.AccessToken, "token-of-alice");
        vault.Learn(SecretKind.AccessToken, "token-of-alice-2");

        vault.Mask("sent token-of-alice-2 and token-of-alice").Should().Be("sent <access-token#2~test> and <access-token#1~test>");
    }

    [Test]
    public void Leaves_labels_alone_whatever_the_secrets_are()
    {
        var vault = new SecretVault(nonce: "test");
        var token = vault.Learn(SecretKind.AccessToken, "token-of-alice");
        vault.Learn(SecretKind.Password, "access-token");

        vault.Mask("Bearer token-of-alice").Should().Be($"Bearer {token}");
        vault.Leaks($"Bearer {token}").Should().BeEmpty();
        vault
            .Leaks($"Bearer {WebUtility.HtmlEncode(token.Label)} {Uri.EscapeDataString(token.Label)} {JsonEncodedText.Encode(token.Label)}")
            .Should()
            .BeEmpty();
    }

    [TestCase("""{"hint":"eyJhbGciOiJub25lIn0.e30.c2ln"}""", """{"hint":"<access-token#1~test>"}""")]
    [TestCase("""["eyJhbGciOiJub25lIn0.e30.c2ln"]""", """["<access-token#1~test>"]""")]
    [TestCase("""{"token":"opaque-text"}""", """{"token":"<access-token#1~test>"}""")]
    [TestCase("""{"hint":"example.org.invalid"}""", """{"hint":"example.org.invalid"}""")]
    public void Learns_a_token_where_no_contract_expects_one(string body, string masked) =>
        new SecretVault(nonce: "test").MaskBody(body).Should().Be(masked);

    [TestCase("""{"token":{"ID":"opaque-text"}}""", """{"token":{"ID":"<access-token#1~test>"}}""")]
    [TestCase("""{"Token":{"Id":"opaque-text"}}""", """{"Token":{"Id":"<access-token#1~test>"}}""")]
    [TestCase("""{"accessToken":"opaque-text"}""", """{"accessToken":"<access-token#1~test>"}""")]
    [TestCase("""{"Access-Token":"opaque-text"}""", """{"Access-Token":"<access-token#1~test>"}""")]
    [TestCase("""{"refreshToken":"opaque-text"}""", """{"refreshToken":"<refresh-token#1~test>"}""")]
    [TestCase("""{"accessToken":"opaque-text","ex""", """{"accessToken":"<access-token#1~test>","ex""")]
    public void Learns_a_token_under_a_misspelt_name(string body, string masked) =>
        new SecretVault(KnownContracts.Koyeb.SecretMembers, "test").MaskBody(body).Should().Be(masked);

    [Test]
    public void Learns_what_is_a_token_within_another_member_of_one_contract_only() =>
        new SecretVault(KnownContracts.Matrix.SecretMembers, "test")
            .MaskBody("""{"token":{"id":"opaque-text"}}""")
            .Should()
            .Be("""{"token":{"id":"opaque-text"}}""");

    [TestCase("""{"token_type":"Bearer","tokenType":"Bearer"}""")]
    [TestCase("""{"access_token_expires":"tomorrow-noon"}""")]
    [TestCase("""{"token":{"user_id":"opaque-text","expires_at":"tomorrow-noon"},"user":{"ID":"opaque-text"}}""")]
    public void Leaves_members_alone_that_are_only_named_after_a_token(string body) =>
        new SecretVault(nonce: "test").MaskBody(body).Should().Be(body);

    [Test]
    public void Does_not_take_what_follows_a_secret_for_one()
    {
        var vault = new SecretVault(nonce: "test");

        vault
            .MaskBody("""[{"access_token":"token-of-alice"},"harmless"]""")
            .Should()
            .Be("""[{"access_token":"<access-token#1~test>"},"harmless"]""");
    }

    [Test]
    public void Hides_a_token_that_is_the_name_of_a_member()
    {
        var vault = new SecretVault(nonce: "test");
        vault.Learn(SecretKind.AccessToken, "a-token-of-more-than-sixteen-letters");

        vault
            .MaskBody("""{ "a-token-of-more-than-sixteen-letters" : {"name":1} }""")
            .Should()
            .Be("""{ "<access-token#1~test>" : {"name":1} }""");
    }

    [Test]
    public void Hides_in_texts_what_it_would_find_there()
    {
        var vault = new SecretVault(nonce: "test");
        vault.Learn(SecretKind.Password, "longer");

        vault.Leaks(vault.Mask("short longer longer")).Should().BeEmpty();
    }
}
