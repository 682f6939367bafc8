using System.Net;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bogus;
using Conformance.Record.Secrets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Record.Secrets;

/// <summary>Masking is quick however many secrets there are, and masks what the obvious way of doing it would.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MaskingTests
{
    // Few letters, so that secrets overlap, contain and continue each other; and some that every form writes in its own way.
    private static readonly string[] Letters = ["a", "a", "a", "b", "b", "c", "\"", "+", " ", "ü", "😀"];

    [Test]
    public void Masks_what_the_obvious_way_would([Range(1, 60)] int seed)
    {
        var random = new Randomizer(seed);
        var vault = new SecretVault(nonce: "test");
        var forms = Learn(vault, [.. Texts(random, count: 40, longest: 10), .. Texts(random, count: 10, longest: 40)]);
        var texts = Texts(random, count: 40, longest: 80)
            .Select(text => text + random.ArrayElement(forms).Form + random.ArrayElement(forms).Form)
            .ToList();

        foreach (var shortest in (int[])[SecretVault.ShortestMaskedWithinText, 9])
            texts.Select(text => vault.Mask(text, shortest)).Should().Equal(texts.Select(text => Mask(text, forms, shortest)));
    }

    [Test]
    public void Finds_the_leaks_that_the_obvious_way_would([Range(1, 60)] int seed)
    {
        var random = new Randomizer(seed);
        var vault = new SecretVault(nonce: "test");
        var forms = Learn(vault, [.. Texts(random, count: 40, longest: 10), .. Texts(random, count: 10, longest: 40)]);
        var artefact = string.Concat(Texts(random, count: 10, longest: 30)) + random.ArrayElement(forms).Form;

        vault.Leaks(artefact).Select(secret => secret.Label).Should().BeEquivalentTo(
            forms.Where(known =>
                known.Form.Length >= SecretVault.ShortestMaskedWithinText && artefact.Contains(known.Form, StringComparison.Ordinal))
                .Select(known => known.Label).Distinct());
    }

    [Test]
    public void Masks_the_longer_of_two_secrets_that_overlap()
    {
        var vault = new SecretVault(nonce: "test");
        vault.Learn(SecretKind.AccessToken, "abcdef");
        vault.Learn(SecretKind.AccessToken, "defghijk");

        vault.Mask("abcdefghijk").Should().Be("abc<access-token#2~test>");
    }

    [Test]
    public void Masks_a_text_full_of_secrets()
    {
        var vault = new SecretVault(nonce: "test");
        vault.Learn(SecretKind.AccessToken, "secret");

        vault
            .Mask(string.Concat(Enumerable.Repeat("secret", 50_000)))
            .Should()
            .Be(string.Concat(Enumerable.Repeat("<access-token#1~test>", 50_000)));
    }

    [Test]
    public void Finds_each_of_many_secrets_in_each_form()
    {
        var vault = new SecretVault(nonce: "test");
        var random = new Randomizer(1);
        List<string> values = [.. Enumerable.Range(0, 2_000).Select(_ => random.AlphaNumeric(20))];
        foreach (var value in values)
            vault.Learn(SecretKind.AccessToken, value);

        foreach (var (index, value) in values.Index())
            vault.Mask(FormsOf(value).ElementAt(index % 30)).Should().NotContainAny(FormsOf(value));
    }

    [Test]
    public void Knows_a_value_that_ends_in_half_a_letter()
    {
        var vault = new SecretVault(nonce: "test");
        vault.Learn(SecretKind.AccessToken, "a-token-that-was-cut-\ud83d");

        vault.Mask("a-token-that-was-cut-\ud83d a-token-").Should().Be("<access-token#1~test> a-token-");
    }

    [Test]
    public void Refuses_to_look_for_what_is_too_short_to_tell()
    {
        var masking = () => new SecretVault(nonce: "test").Mask("text", shortest: 5);

        masking.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void Masks_what_one_thread_knows_while_others_learn()
    {
        var vault = new SecretVault(nonce: "test");

        var masked = new string[2_000];
        Parallel.For(0, masked.Length, i =>
        {
            // Two threads learn each value; whoever comes second relies on the first.
            var value = $"token-of-alice-{i / 2:0000}";
            vault.Learn(SecretKind.AccessToken, value);
            masked[i] = vault.Mask($"Bearer {value}");
        });

        masked.Should().OnlyContain(text => !text.Contains("alice", StringComparison.Ordinal));
        masked.Distinct().Should().HaveCount(masked.Length / 2);
    }

    /// <summary>Makes the secrets known, and tells all their forms, the longest first.</summary>
    private static (string Form, string Label)[] Learn(SecretVault vault, IReadOnlyList<string> values) =>
        [.. values.Distinct()
            .SelectMany(value => FormsOf(value).Distinct(), (value, form) => (Form: form, vault.Learn(SecretKind.AccessToken, value).Label))
            .OrderByDescending(known => known.Form.Length)];

    private static IEnumerable<string> FormsOf(string value) =>
        [
            value,
            value.ToUpperInvariant(),
            value.ToLowerInvariant(),
            new string([.. value.Reverse()]),
            Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value)),
            Uri.EscapeDataString(value),
            Regex.Replace(Uri.EscapeDataString(value), "%[0-9A-F]{2}", found => found.Value.ToLowerInvariant()),
            Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal),
            Uri.EscapeDataString(Uri.EscapeDataString(value)),
            Convert.ToHexString(Encoding.UTF8.GetBytes(value)),
            Convert.ToHexString(Encoding.UTF8.GetBytes(value)).ToLowerInvariant(),
            .. new[]
            {
                JsonEncodedText.Encode(value).ToString(),
                JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(),
                string.Concat(value.Select(unit => $"\\u{(int)unit:X4}")),
                string.Concat(value.Select(unit => $"\\u{(int)unit:x4}")),
            }
                .SelectMany(form => new[] { form, form.Replace("\\", @"\\", StringComparison.Ordinal) }),
            WebUtility.HtmlEncode(value),
            HtmlEncoder.Default.Encode(value),
            SecurityElement.Escape(value).Replace("&quot;", "\"", StringComparison.Ordinal),
            .. new[]
            {
                Convert.ToBase64String(Encoding.UTF8.GetBytes(value)).TrimEnd('='),
                Lasting(value, 0),
                Lasting(value, 1),
                Lasting(value, 2),
            }
                .SelectMany(form => new[] { form, form.Replace('+', '-').Replace('/', '_') }),
            string.Concat(Encoding.UTF8.GetBytes(value).Select(octet => $"%{octet:X2}")),
            string.Concat(Encoding.UTF8.GetBytes(value).Select(octet => $"%{octet:x2}")),
            string.Concat(value.EnumerateRunes().Select(rune => $"&#{rune.Value};")),
            string.Concat(value.EnumerateRunes().Select(rune => $"&#x{rune.Value:X};")),
            string.Concat(value.EnumerateRunes().Select(rune => $"&#x{rune.Value:x};")),
        ];

    /// <summary>The letters of base64 that stay the same whatever bytes stand around the value.</summary>
    private static string Lasting(string value, int before)
    {
        byte[] Around(byte other) => [.. Enumerable.Repeat(other, before), .. Encoding.UTF8.GetBytes(value), other, other, other];
        var pairs = Convert.ToBase64String(Around(0)).Zip(Convert.ToBase64String(Around(255)));
        return string.Concat(pairs.Where(pair => pair.First == pair.Second && pair.First != '=').Select(pair => pair.First));
    }

    /// <summary>Looks for one form after the other, the longest first, and never again into what is masked.</summary>
    private static string Mask(string text, (string Form, string Label)[] forms, int shortest)
    {
        foreach (var (form, label) in forms.Where(known => known.Form.Length >= shortest))
        {
            var at = text.IndexOf(form, StringComparison.Ordinal);
            if (at >= 0)
                return Mask(text[..at], forms, shortest) + label + Mask(text[(at + form.Length)..], forms, shortest);
        }

        return text;
    }

    private static IEnumerable<string> Texts(Randomizer random, int count, int longest) =>
        Enumerable.Range(0, count).Select(_ => Text(random, random.Int(1, longest)));

    private static string Text(Randomizer random, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => random.ArrayElement(Letters)));
}
