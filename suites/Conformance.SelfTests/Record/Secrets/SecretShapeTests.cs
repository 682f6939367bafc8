using System.Globalization;
using Conformance.Record.Secrets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Record.Secrets;

/// <summary>What may be told of a secret, and what may be made of it, without anybody seeing it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SecretShapeTests
{
    [TestCase("syt_YWxpY2U_0Zz", "15 characters: capitals, small letters, digits, other visible ASCII", true, true)]
    [TestCase("0123", "4 characters: digits", true, true)]
    [TestCase("two words", "9 characters: small letters, others", true, false)]
    [TestCase("clé", "3 characters: small letters, others", true, false)]
    [TestCase("two\nlines", "9 characters: small letters, others", false, false)]
    [TestCase("", "0 characters: ", false, true)]
    public void Tells_the_shape_of_a_value(string value, string told, bool fitsHeader, bool isVisibleAscii)
    {
        var shape = new SecretVault(nonce: "test").Learn(SecretKind.AccessToken, value).Shape;

        ($"{shape}", shape.FitsHeader, shape.IsVisibleAscii).Should().Be((told, fitsHeader, isVisibleAscii));
    }

    [TestCase("one\ntwo", "has line breaks")]
    [TestCase("one\rtwo é", "has line breaks")]
    [TestCase("one\0two", "has NUL characters")]
    [TestCase("clé", "has characters beyond ASCII")]
    [TestCase("two words", null)]
    public void Tells_what_keeps_a_header_from_carrying_it(string value, string? told) =>
        new SecretVault().Learn(SecretKind.AccessToken, value).Shape.HeaderObstacle.Should().Be(told);

    // {"alg":"none"}, and {"exp":4102444800.5}, {}, {"exp":"soon"}, [], not JSON.
    [TestCase("eyJhbGciOiJub25lIn0.eyJleHAiOjQxMDI0NDQ4MDAuNX0.c2ln", true, "2100-01-01T00:00:00Z")]
    [TestCase("eyJhbGciOiJub25lIn0.e30.", true, null)]
    [TestCase("eyJhbGciOiJub25lIn0.eyJleHAiOiJzb29uIn0.", true, null)]
    [TestCase(" eyJhbGciOiJub25lIn0.\neyJleHAiOjQxMDI0NDQ4MDAuNX0.", true, "2100-01-01T00:00:00Z")]
    [TestCase("eyJhbGciOiJub25lIn0.W10.", false, null)]
    [TestCase("a.b.c", false, null)]
    [TestCase("opaque", false, null)]
    public void Tells_what_a_JSON_Web_Token_says_of_its_expiry(string value, bool isJwt, string? expiry)
    {
        var shape = new SecretVault(nonce: "test").Learn(SecretKind.AccessToken, value).Shape;

        (shape.IsJwt,
            shape.JwtExpiry).Should().Be((isJwt, expiry is null ? null : DateTimeOffset.Parse(expiry, CultureInfo.InvariantCulture)));
    }

    [TestCase("abcDEF123456", Tampering.OneCharacterChanged, "abcDEFb23456")]
    [TestCase("abcdef.b", Tampering.OneCharacterChanged, "abcdbf.b")]
    [TestCase("...b", Tampering.OneCharacterChanged, "...c")]
    [TestCase("header.claims.SIGNATUR-12345678", Tampering.OneCharacterChanged, "header.claims.SIGNATUR-b2345678")]
    [TestCase("abcDEF1", Tampering.CutInHalf, "abc")]
    [TestCase("abcDEF1", Tampering.Lengthened, "abcDEF1AAAA")]
    [TestCase("abcDEF1_", Tampering.CaseSwapped, "ABCdef1_")]
    public void Tampers_with_a_value(string value, Tampering tampering, string expected)
    {
        var vault = new SecretVault(nonce: "test");
        var secret = vault.Learn(SecretKind.AccessToken, value);

        var tampered = vault.Tamper(secret, tampering)!;

        tampered.Should().NotBe(secret);
        vault.RevealInHeader(tampered.Label).Should().Be(expected);
    }

    [TestCase("x", Tampering.CutInHalf)]
    [TestCase("0123", Tampering.CaseSwapped)]
    [TestCase("----", Tampering.OneCharacterChanged)]
    public void Makes_nothing_of_a_value_that_offers_nothing_to_change(string value, Tampering tampering)
    {
        var vault = new SecretVault(nonce: "test");

        vault.Tamper(vault.Learn(SecretKind.AccessToken, value), tampering).Should().BeNull();
    }

    [Test]
    public void Hides_a_value_and_what_was_made_of_it()
    {
        var vault = new SecretVault(nonce: "test");
        var secret = vault.Learn(SecretKind.AccessToken, "abcdefghijklmnop");
        vault.Tamper(secret, Tampering.CutInHalf);
        vault.Tamper(secret, Tampering.Lengthened);

        vault.Mask("abcdefghijklmnop abcdefgh abcdefghijklmnopAAAA").Should().Be(
            "<access-token#1~test> <access-token#2~test> <access-token#3~test>");
    }
}
