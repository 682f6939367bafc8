using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Conformance.Record.Secrets;

/// <summary>
/// Keeps the values of a run's secrets, and swaps labels for values on the way to the wire and values for labels on the
/// way back. Nothing outside the wire's handler reveals. Thread-safe.
/// </summary>
/// <param name="members">Which members of JSON bodies hold secrets; null (default) for the usual ones.</param>
/// <param name="nonce">What makes the labels of this run unguessable; null (default) for a new one.</param>
public sealed class SecretVault(SecretMembers? members = null, string? nonce = null)
{
    /// <summary>
    /// Shorter values are masked only where they stand alone as a whole JSON string: replacing every "ok" in a text
    /// would tear the text apart and prove nothing.
    /// </summary>
    public const int ShortestMaskedWithinText = 6;

    // A server decides how many ids it has, and how long they are.
    private const int MostSpared = 10_000;

    private const int LongestSpared = 256;

    private readonly ConcurrentDictionary<string, Secret> byValue = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (Secret Secret, string Value)> byLabel = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> spared = new(StringComparer.Ordinal);
    private readonly Dictionary<SecretKind, int> ordinals = [];
    private readonly KnownForms forms = new();
    private readonly Lock gate = new();
    private readonly string nonce = nonce ?? SecretLabel.NewNonce();

    /// <summary>Which members of JSON bodies hold secrets.</summary>
    public SecretMembers Members { get; } = members ?? SecretMembers.Usual;

    /// <summary>Takes a value in; the same value is the same secret.</summary>
    public Secret Learn(SecretKind kind, string value)
    {
        if (byValue.TryGetValue(value, out var known))
            return known;

        lock (gate)
            return byValue.TryGetValue(value, out known) ? known : Add(kind, value);
    }

    /// <summary>
    /// A secret whose value is that of another one, tampered with; null if the value offers nothing to change in this way.
    /// </summary>
    /// <exception cref="ArgumentException">The secret is not one of this vault.</exception>
    public Secret? Tamper(Secret secret, Tampering tampering) =>
        ValueOf(secret.Label) is not { } value ? throw new ArgumentException($"{secret} is not a secret of this vault.", nameof(secret))
        : TamperedValues.Of(value, tampering) is { } changed ? Learn(secret.Kind, changed)
        : null;

    /// <summary>Takes note of a value that is documented to be none, however random it looks, such as the id of a user.</summary>
    public void Spare(string value)
    {
        if (value.Length is > 0 and <= LongestSpared && spared.Count < MostSpared)
            spared[value] = 0;
    }

    /// <summary>Whether a value is known to be none.</summary>
    internal bool IsSpared(string value) => spared.ContainsKey(value);

    /// <summary>The secret behind a label; null if the text is no label of this run.</summary>
    public Secret? Find(string? label) =>
        label is not null && byLabel.TryGetValue(label, out var known) ? known.Secret : null;

    /// <summary>The secret with exactly this value; null if it is not known.</summary>
    internal Secret? FindByValue(string value) => byValue.GetValueOrDefault(value);

    /// <summary>Replaces every known value in a text by its label, also where it is percent-encoded, JSON-escaped or in base64.</summary>
    /// <param name="text">The text.</param>
    /// <param name="shortest">Forms shorter than this, in characters, are left alone; no less than
    /// <see cref="ShortestMaskedWithinText"/>.</param>
    public string Mask(string text, int shortest = ShortestMaskedWithinText)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, ShortestMaskedWithinText);
        return Replace(text, shortest, secret => secret.Label);
    }

    /// <summary>Replaces what a finished artefact gives away by what is harmless in every format: the label, in parentheses.</summary>
    /// <param name="artefact">The text of the artefact, or a part of it.</param>
    /// <param name="spared">Secrets that are left as they are.</param>
    public string Replace(string artefact, IReadOnlySet<Secret> spared) => Replace(
        artefact, ShortestMaskedWithinText, secret => spared.Contains(secret) ? null : $"({secret.Label[1..^1]})");

    /// <summary>Text from outside, in which no label of this run stands for anything: nobody else can know how they look.</summary>
    public string Disarm(string text) =>
        text.Contains(nonce, StringComparison.Ordinal) ? text.Replace($"~{nonce}", "~", StringComparison.Ordinal) : text;

    /// <summary>The secrets whose labels are in a text.</summary>
    public IEnumerable<Secret> In(string text) =>
        !text.Contains('<', StringComparison.Ordinal) ? []
            : SecretLabel.InText.Matches(text).Select(label => Find(label.Value)).OfType<Secret>();

    /// <summary>Replaces labels by values in a header value.</summary>
    public string RevealInHeader(string text) =>
        !text.Contains('<', StringComparison.Ordinal)
            ? text
            : SecretLabel.InText.Replace(text, label => ValueOf(label.Value) ?? label.Value);

    /// <summary>Replaces labels by values in a JSON text, as UTF-8: letters beyond ASCII travel as they are.</summary>
    public string RevealInJson(string text) =>
        SecretLabel.InText
            .Replace(
                text,
                label => ValueOf(label.Value) is { } value
                    ? JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()
                    : label.Value);

    /// <summary>Replaces percent-encoded labels by percent-encoded values in a URL.</summary>
    public string RevealInUrl(string url) =>
        SecretLabel.InUrl
            .Replace(url, label => ValueOf(Uri.UnescapeDataString(label.Value)) is { } value ? Uri.EscapeDataString(value) : label.Value);

    /// <summary>The value of a secret as somebody keeps it who must not show it, such as encrypted.</summary>
    /// <exception cref="ArgumentException">The secret is not one of this vault.</exception>
    public string Sealed(Secret secret, Func<string, string> seal) => ValueOf(secret.Label) is { } value
        ? seal(value)
        : throw new ArgumentException($"{secret} is not a secret of this vault.", nameof(secret));

    /// <summary>Which secrets a finished artefact gives away; also looks for their base64, URL and JSON forms.</summary>
    /// <remarks>A word of a label may be somebody's password: labels count as nothing.</remarks>
    public IReadOnlyList<Secret> Leaks(string artefact)
    {
        var found = forms.FindAll(artefact);
        if (found.Count > 0)
            found = forms.FindAll(SecretLabel.Without(artefact));
        return [.. found.OrderBy(form => form, KnownForm.Precedence).SelectMany(form => form.Secrets).Distinct()];
    }

    // Labels stay as they are: a word of theirs may be somebody's secret.
    private string Replace(string text, int shortest, Func<Secret, string?> replacement)
    {
        if (!text.Contains(nonce, StringComparison.Ordinal))
            return ReplaceAll(text, shortest, replacement);

        var replaced = new StringBuilder();
        var end = 0;
        foreach (var label in SecretLabel.InText.EnumerateMatches(text))
        {
            replaced.Append(ReplaceAll(text[end..label.Index], shortest, replacement)).Append(text, label.Index, label.Length);
            end = label.Index + label.Length;
        }

        return replaced.Append(ReplaceAll(text[end..], shortest, replacement)).ToString();
    }

    // Null: what stands there stays.
    private string ReplaceAll(string text, int shortest, Func<Secret, string?> replacement)
    {
        var places = forms.Select(text, shortest).Places;
        if (places.Count == 0)
            return text;

        var masked = new StringBuilder();
        var copied = 0;
        foreach (var place in places)
        {
            if (replacement(place.Form.Secrets[0]) is not { } label)
                continue;

            masked.Append(text, copied, place.Start - copied).Append(label);
            copied = place.End;
        }

        return masked.Append(text, copied, text.Length - copied).ToString();
    }

    private Secret Add(SecretKind kind, string value)
    {
        var secret = new Secret(kind, NextLabel(kind)) { Shape = SecretShape.Of(value) };
        byLabel[secret.Label] = (secret, value);
        forms.Add(value, secret);

        // Last: who finds the value known may rely on its being masked.
        byValue[value] = secret;
        return secret;
    }

    private string? ValueOf(string label) => byLabel.TryGetValue(label, out var known) ? known.Value : null;

    private string NextLabel(SecretKind kind) => SecretLabel.Of(kind, ordinals[kind] = ordinals.GetValueOrDefault(kind) + 1, nonce);
}
