using System.Net;
using System.Text;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>The ways in which a secret can be written so that a reader still has it.</summary>
internal static class WrittenForms
{
    public static IReadOnlyList<(string Name, Func<string, string> Write)> All { get; } =
    [
        ("as it is", secret => secret),
        ("percent-encoded", Uri.EscapeDataString),
        ("percent-encoded throughout", secret => string.Concat(Encoding.UTF8.GetBytes(secret).Select(letter => $"%{letter:X2}"))),
        ("percent-encoded twice", secret => Uri.EscapeDataString(Uri.EscapeDataString(secret))),
        ("in JSON escapes", secret => string.Concat(secret.Select(letter => $"\\u{(int)letter:x4}"))),
        ("in XML escapes", secret => WebUtility.HtmlEncode(secret)),
        ("in numeric XML escapes", secret => string.Concat(secret.Select(letter => $"&#{(int)letter};"))),
        ("in base64", secret => Base64(secret)),
        ("in base64 behind a byte", secret => Base64($"u{secret}")),
        ("in base64 behind two bytes", secret => Base64($"u:{secret}")),
        ("in base64url", secret => Base64(secret).TrimEnd('=').Replace('+', '-').Replace('/', '_')),
        ("in hex", secret => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(secret))),
        ("in HEX", secret => Convert.ToHexString(Encoding.UTF8.GetBytes(secret))),
        ("in capitals", secret => secret.ToUpperInvariant()),
        ("in small letters", Lower),
        ("reversed", secret => string.Concat(secret.Reverse())),
    ];

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Lower(string text) => string.Concat(text.Select(char.ToLowerInvariant));
}
