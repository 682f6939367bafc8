using Conformance.Record.Secrets;
using Conformance.Record.Verdicts;

namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>Passwords in answers, section 6.3 of the catalogue.</summary>
internal static class PasswordChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
        [new("KOY-LOGIN-22", "password echoed", view => SentPasswords(view).Any(), EchoesNone)];

    // Only what the request had: a text that an answer calls a password has a label too, and need not be one.
    private static IEnumerable<string> SentPasswords(ExchangeView view) =>
        SecretLabel.InText.Matches(view.Request.Body ?? "")
            .Where(label => label.Groups["kind"].Value == "password")
            .Select(label => label.Value)
            .Distinct();

    private static IEnumerable<Mismatch> EchoesNone(ExchangeView view)
    {
        foreach (var password in SentPasswords(view))
        {
            if (view.Response.Body.Contains(password, StringComparison.Ordinal))
                yield return new Mismatch("body", "no password", password);
            foreach (var header in view.Response.Headers.Where(header => header.Value.Contains(password, StringComparison.Ordinal)))
                yield return new Mismatch($"header {header.Name}", "no password", password);
        }
    }
}
