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

    /// <summary>Takes a value in; the same value is the same secret.</summary>
    public Secret Learn(SecretKind kind, string value)
    {
        var secret = byValue.GetOrAdd(value, _ => new Secret(kind, ordinals.AddOrUpdate(kind, 1, (_, last) => last + 1)));
        byLabel[secret.Label] = value;
        return secret;
    }

    /// <summary>A new secret made from a known one, for requests with a credential that never was valid.</summary>
    public Secret Derive(Secret original, Func<string, string> change) => Learn(original.Kind, change(byLabel[original.Label]));

    /// <summary>The secret behind a label; null if the text is no label of this run.</summary>
    public Secret? Find(string? label) =>
        label is not null && byLabel.TryGetValue(label, out var value) ? byValue[value] : null;

    /// <summary>The secret with exactly this value; null if it is not known.</summary>
    internal Secret? FindByValue(string value) => byValue.GetValueOrDefault(value);

    /// <summary>Replaces every known value in a text by its label.</summary>
    public string Mask(string text)
    {
        foreach (var (value, secret) in byValue)
        {
            if (value.Length >= ShortestMaskedWithinText && text.Contains(value, StringComparison.Ordinal))
            {
                text = text.Replace(value, secret.Label, StringComparison.Ordinal);
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
    public IReadOnlyList<Secret> Leaks(string artefact) =>
        [.. byValue.Where(known => known.Key.Length >= ShortestMaskedWithinText && SecretForms.Of(known.Key).Any(form => artefact.Contains(form, StringComparison.Ordinal)))
            .Select(known => known.Value)];

    private string? ValueOf(string label) => byLabel.GetValueOrDefault(label);

    [GeneratedRegex("<[a-z-]+#[0-9]+>")]
    private static partial Regex LabelPattern();

    [GeneratedRegex("%3C[a-z-]+%23[0-9]+%3E", RegexOptions.IgnoreCase)]
    private static partial Regex EscapedLabelPattern();
}
