using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.Record.Secrets;

/// <summary>
/// Keeps the values of a run's secrets, and swaps labels for values on the way to the wire and values for labels on the
/// way back. Nothing outside the wire's handler reveals. Thread-safe.
/// </summary>
public sealed partial class SecretVault
{
    /// <summary>
    /// Shorter values are masked only where they stand alone as a whole JSON string: replacing every "ok" in a text
    /// would tear the text apart and prove nothing.
    /// </summary>
    public const int ShortestMaskedWithinText = 6;

    private readonly ConcurrentDictionary<string, Secret> byValue = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> byLabel = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<SecretKind, int> ordinals = new();
    private readonly Lock gate = new();

    // Longest first: a secret may be the beginning of another one.
    private IReadOnlyList<(string Form, string Label)> forms = [];

    /// <summary>Takes a value in; the same value is the same secret.</summary>
    public Secret Learn(SecretKind kind, string value)
    {
        if (byValue.TryGetValue(value, out var known))
        {
            return known;
        }

        lock (gate)
        {
            return byValue.TryGetValue(value, out known) ? known : Add(Create(kind, value), value);
        }
    }

    /// <summary>A secret whose value is that of another one, tampered with; null if the value offers nothing to change in this way.</summary>
    /// <exception cref="ArgumentException">The secret is not one of this vault.</exception>
    public Secret? Tamper(Secret secret, Tampering tampering) =>
        ValueOf(secret.Label) is not { } value ? throw new ArgumentException($"{secret} is not a secret of this vault.", nameof(secret))
        : TamperedValues.Of(value, tampering) is { } changed ? Learn(secret.Kind, changed)
        : null;

    /// <summary>The secret behind a label; null if the text is no label of this run.</summary>
    public Secret? Find(string? label) =>
        label is not null && byLabel.TryGetValue(label, out var value) ? byValue[value] : null;

    /// <summary>The secret with exactly this value; null if it is not known.</summary>
    internal Secret? FindByValue(string value) => byValue.GetValueOrDefault(value);

    /// <summary>Replaces every known value in a text by its label, also where it is percent-encoded, JSON-escaped or in base64.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shortest">Values shorter than this are left alone.</param>
    public string Mask(string text, int shortest = ShortestMaskedWithinText)
    {
        foreach (var (form, label) in forms)
        {
            var at = form.Length < shortest ? -1 : text.IndexOf(form, StringComparison.Ordinal);
            if (at >= 0)
            {
                // What is masked is not looked at again: a label may contain what is another secret's value.
                return Mask(text[..at], shortest) + label + Mask(text[(at + form.Length)..], shortest);
            }
        }

        return text;
    }

    /// <summary>Replaces labels by values in a header value.</summary>
    public string RevealInHeader(string text) => LabelPattern().Replace(text, label => ValueOf(label.Value) ?? label.Value);

    /// <summary>Replaces labels by values in a JSON text.</summary>
    public string RevealInJson(string text) =>
        LabelPattern().Replace(text, label => ValueOf(label.Value) is { } value ? JsonEncodedText.Encode(value).ToString() : label.Value);

    /// <summary>Replaces percent-encoded labels by percent-encoded values in a URL.</summary>
    public string RevealInUrl(string url) =>
        EscapedLabelPattern().Replace(url, label => ValueOf(Uri.UnescapeDataString(label.Value)) is { } value ? Uri.EscapeDataString(value) : label.Value);

    /// <summary>Which secrets a finished artefact gives away; also looks for their base64, URL and JSON forms.</summary>
    public IReadOnlyList<Secret> Leaks(string artefact)
    {
        var text = LabelPattern().Replace(artefact, "");
        var leaked = forms.Where(known => known.Form.Length >= ShortestMaskedWithinText && text.Contains(known.Form, StringComparison.Ordinal));
        return [.. leaked.Select(known => Find(known.Label)!).Distinct()];
    }

    private Secret Create(SecretKind kind, string value) =>
        new(kind, ordinals.AddOrUpdate(kind, 1, (_, last) => last + 1)) { Shape = SecretShape.Of(value) };

    private Secret Add(Secret secret, string value)
    {
        byLabel[secret.Label] = value;
        byValue[value] = secret;
        forms = [.. forms.Concat(SecretForms.Of(value).Select(form => (form, secret.Label))).OrderByDescending(known => known.Item1.Length)];
        return secret;
    }

    private string? ValueOf(string label) => byLabel.GetValueOrDefault(label);

    [GeneratedRegex("<[a-z-]+#[0-9]+>")]
    private static partial Regex LabelPattern();

    [GeneratedRegex("%3C[a-z-]+%23[0-9]+%3E", RegexOptions.IgnoreCase)]
    private static partial Regex EscapedLabelPattern();
}
