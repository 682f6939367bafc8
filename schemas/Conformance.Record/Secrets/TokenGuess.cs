namespace Conformance.Record.Secrets;

/// <summary>
/// Takes what looks like a token for one, in a success answer of an endpoint that hands tokens out: a server may do that in a form that
/// nobody expects, and the token is alive all the same.
/// </summary>
/// <param name="vault">Takes the tokens in.</param>
/// <param name="sent">What the request said in clear: whatever comes back of it is none.</param>
public sealed class TokenGuess(SecretVault vault, string sent)
{
    /// <summary>Learns what looks like a token in a text of the answer.</summary>
    public void LearnFrom(string text)
    {
        foreach (var (name, value) in TokenLike.Named(text))
            Learn(vault.Members.KindOf(parent: null, name) ?? SecretKind.AccessToken, value);

        foreach (var token in TokenLike.In(text))
        {
            // What follows a name, and what pads base64, is the same sign.
            Learn(SecretKind.AccessToken, token.TrimEnd('='));
            Learn(SecretKind.AccessToken, token);
        }
    }

    private void Learn(SecretKind kind, string text)
    {
        // A form, or a URL, has it percent-encoded; what is sent later is the token itself.
        var value = Uri.UnescapeDataString(text);
        var isTold = value.Length < SecretVault.ShortestMaskedWithinText || sent.Contains(value, StringComparison.Ordinal);
        if (!isTold && !vault.IsSpared(value))
            vault.Learn(kind, value);
    }
}
