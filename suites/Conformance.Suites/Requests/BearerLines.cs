using Conformance.Record.Secrets;

namespace Conformance.Suites.Requests;

/// <summary>Authorization headers that are no bearer credential, or not the usual one. <c>{token}</c> stands for a valid token.</summary>
internal static class BearerLines
{
    // Where a true token stands in it, the line must not be taken for a credential all the same.
    public static readonly string[] Malformed =
    [
        "Authorization: Bearer",
        "Authorization: Bearer ",
        "Authorization:",
        "Authorization: Basic {token}",
        "Authorization: Token {token}",
        "Authorization: Bearer {token} {token}",
        "Authorization: Bearer no-token, Bearer nor-this-one",
        "Authorization: Bearer\tno-token",
    ];

    public static readonly (string Name, string Line)[] OddSpellings =
    [
        ("bearer", "Authorization: bearer {token}"),
        ("BEARER", "Authorization: BEARER {token}"),
        ("Bearer before two spaces", "Authorization: Bearer  {token}"),
        ("Bearer before a tab", "Authorization: Bearer\t{token}"),
        ("Bearer with a space after the token", "Authorization: Bearer {token} "),
    ];

    /// <summary>The lines with a token in the place of <c>{token}</c>.</summary>
    public static string[] With(Secret token, params string[] lines) =>
        [.. lines.Select(line => line.Replace("{token}", token.Label, StringComparison.Ordinal))];
}
