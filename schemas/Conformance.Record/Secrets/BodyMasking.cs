using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Conformance.Record.Secrets;

/// <summary>
/// Masks the body of an answer and learns the secrets in it. JSON keeps every byte but the masked strings: white space,
/// member order and duplicate members are evidence.
/// </summary>
public static partial class BodyMasking
{
    /// <summary>Tokens are longer. A password may well be the name of a member, which must stay what it is.</summary>
    private const int ShortestMaskedName = 16;

    /// <summary>The body with labels in the place of secrets.</summary>
    /// <param name="vault">Takes in the secrets that it finds.</param>
    /// <param name="body">The body.</param>
    /// <param name="guess">Finds what may be a token although no contract says that it is one; null for nothing.</param>
    public static string MaskBody(this SecretVault vault, string body, TokenGuess? guess = null)
    {
        try
        {
            return MaskJson(vault, Encoding.UTF8.GetBytes(body), guess) ?? body;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string with half a surrogate pair.
            return MaskOther(vault, body, guess);
        }
    }

    // Null if there is nothing to mask.
    private static string? MaskJson(SecretVault vault, ReadOnlySpan<byte> json, TokenGuess? guess)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1024 });
        var names = new Stack<string?>();
        string? name = null;
        var masked = new StringBuilder();
        var copied = 0;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    names.Push(name);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    name = names.Pop();
                    break;
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    guess?.LearnFrom(name);
                    if (vault.Mask(vault.Disarm(name), ShortestMaskedName) is var label && label != name)
                        Replace(ref reader, json, masked, ref copied, Quote(label));

                    break;
                case JsonTokenType.String
                    when MaskString(vault, names.TryPeek(out var parent) ? parent : null, name, reader.GetString()!, guess)
                        is { } replacement:
                    Replace(ref reader, json, masked, ref copied, replacement);
                    break;
            }
        }

        return copied == 0 ? null : masked.Append(Encoding.UTF8.GetString(json[copied..])).ToString();
    }

    private static void Replace(
        ref Utf8JsonReader reader, ReadOnlySpan<byte> json, StringBuilder masked, ref int copied, string replacement)
    {
        masked.Append(Encoding.UTF8.GetString(json[copied..(int)reader.TokenStartIndex])).Append(replacement);
        copied = (int)reader.TokenStartIndex + reader.ValueSpan.Length + "\"\"".Length;
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    private static string? MaskString(SecretVault vault, string? parent, string? name, string value, TokenGuess? guess)
    {
        if (value.Length > 0 && KindOf(vault, parent, name, value) is { } kind)
            return $"\"{vault.Learn(kind, value).Label}\"";

        if (name is not null && vault.Members.IsHarmless(name))
            vault.Spare(value);
        else
            guess?.LearnFrom(value);

        var masked = vault.FindByValue(value)?.Label ?? vault.Mask(vault.Disarm(value));
        return masked == value ? null : Quote(masked);
    }

    // A token is one wherever it stands: a server may hand it out where no contract expects it.
    private static SecretKind? KindOf(SecretVault vault, string? parent, string? name, string value) =>
        (name is null ? null : vault.Members.KindOf(parent, name)) ?? (JsonWebToken.IsOne(value) ? SecretKind.AccessToken : null);

    // A body that breaks off, or is of another form, may still hold a whole token.
    private static string MaskOther(SecretVault vault, string body, TokenGuess? guess)
    {
        foreach (Match member in SecretMemberPattern().Matches(body))
        {
            var (name, value) = (member.Groups["name"].Value, member.Groups["value"].Value);
            if (vault.Members.KindOf(parent: "token", name) is { } kind && value.Length > 0)
                vault.Learn(kind, value);
            else if (vault.Members.IsHarmless(name))
                vault.Spare(value);
        }

        guess?.LearnFrom(body);
        return vault.Mask(vault.Disarm(body));
    }

    [GeneratedRegex("\"(?<name>[A-Za-z_-]+)\"\\s*:\\s*\"(?<value>(?:[^\"\\\\]|\\\\.)*)")]
    private static partial Regex SecretMemberPattern();
}
