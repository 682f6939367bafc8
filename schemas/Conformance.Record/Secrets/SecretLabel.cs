using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Conformance.Record.Secrets;

/// <summary>
/// How labels of secrets are written: <c>&lt;access-token#17~k3f9q2ab&gt;</c>. What stands behind the tilde is the nonce of the run, which
/// no server can guess: text that only looks like a label stands for nothing. Records of earlier versions have labels without it.
/// </summary>
public static partial class SecretLabel
{
    // No letters that are easily taken for another or for a digit.
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private const int NonceLength = 8;

    private const string Kinds = "access-token|refresh-token|login-token|uia-session|password|cookie|configured";

    /// <summary>Every label in a text; groups <c>kind</c>, <c>number</c>, <c>nonce</c>.</summary>
    // The digits are few enough for a number, whatever a server may write that looks alike.
    [GeneratedRegex($"<(?<kind>{Kinds})#(?<number>[0-9]{{1,6}})(?:~(?<nonce>[0-9a-z]{{1,16}}))?>")]
    public static partial Regex InText { get; }

    /// <summary>The same, percent-encoded.</summary>
    [GeneratedRegex(
        $"%3C(?<kind>{Kinds})%23(?<number>[0-9]{{1,6}})(?:(?:~|%7E)(?<nonce>[0-9a-z]{{1,16}}))?%3E",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex InUrl { get; }

    // As reports escape it.
    [GeneratedRegex($"(?:<|&lt;|%3C|\\\\u003C)(?:{Kinds})(?:#|%23)[0-9]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning { get; }

    /// <summary>A text without the words that labels are made of, however they are escaped; what makes them unguessable stays.</summary>
    public static string Without(string text) => Beginning.Replace(text, "");

    /// <summary>A nonce, from a source that is fit for keys: 40 bits.</summary>
    public static string NewNonce() => RandomNumberGenerator.GetString(Alphabet, NonceLength);

    /// <summary>The label of a secret.</summary>
    public static string Of(SecretKind kind, int number, string nonce) =>
        string.Create(CultureInfo.InvariantCulture, $"<{NameOf(kind)}#{number}~{nonce}>");

    private static string NameOf(SecretKind kind) => kind switch
    {
        SecretKind.AccessToken => "access-token",
        SecretKind.RefreshToken => "refresh-token",
        SecretKind.LoginToken => "login-token",
        SecretKind.UiaSession => "uia-session",
        SecretKind.Password => "password",
        SecretKind.Cookie => "cookie",
        _ => "configured",
    };
}
