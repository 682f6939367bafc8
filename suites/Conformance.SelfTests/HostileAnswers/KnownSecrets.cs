using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>
/// The secrets of a server, as it knows them itself: passwords, and every token that it hands out. The suite's own vault has no part in it.
/// </summary>
/// <param name="passwords">The passwords of its accounts, and whatever else the operator gave the suite to keep.</param>
internal sealed class KnownSecrets(IReadOnlyList<string> passwords)
{
    private static readonly string[] Names = ["access_token", "refresh_token", "login_token", "token", "session"];

    private readonly ConcurrentDictionary<string, bool> tokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> asTokens = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> sent = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Passwords { get; } = passwords;

    public IReadOnlyCollection<string> Tokens => [.. tokens.Keys];

    public IEnumerable<string> All => Passwords.Concat(Tokens);

    /// <summary>
    /// Those that the suite is known to have, because it has sent them. A token in an answer that it could not read is a text like any
    /// other to it when it comes again.
    /// </summary>
    public IReadOnlyList<string> OfTheSuite => [.. Passwords, .. sent.Keys];

    /// <summary>Passwords that the server itself hands out as tokens: where they come from, they may be sent.</summary>
    public IReadOnlyCollection<string> PasswordsAsTokens => [.. asTokens.Keys];

    /// <summary>Keeps a token.</summary>
    public void Add(string token) => (Passwords.Contains(token) ? asTokens : tokens)[token] = true;

    /// <summary>Notes which tokens the suite sends. One that it was handed out within a longer one is no token to it.</summary>
    /// <param name="text">Headers, and a JSON body.</param>
    public void NoteSent(string text)
    {
        foreach (var token in Tokens.Where(token => IsWholeIn(text, token)))
            sent[token] = true;
    }

    /// <summary>The tokens that a body hands out where the contracts have them.</summary>
    public static IReadOnlyList<string> TokensIn(JsonNode? body) => [.. Walk(body).Where(token => token.Length > 0).Distinct()];

    // As the last word of a header, or as a JSON string.
    private static bool IsWholeIn(string text, string token)
    {
        for (var at = text.IndexOf(token, StringComparison.Ordinal); at > 0; at = text.IndexOf(token, at + 1, StringComparison.Ordinal))
        {
            var end = at + token.Length;
            if (text[at - 1] is ' ' or '"' && (end == text.Length || text[end] is '\n' or '"'))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> Walk(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => OfMember(member.Key, member.Value)),
        JsonArray items => items.SelectMany(Walk),
        _ => [],
    };

    // Where a token is an object, its id is the token itself.
    private static IEnumerable<string> OfMember(string name, JsonNode? value) =>
        !Names.Contains(name) ? Walk(value)
        : value is JsonObject ? OfText(value["id"])
        : OfText(value);

    private static IEnumerable<string> OfText(JsonNode? value)
    {
        try
        {
            return value is JsonValue text && text.TryGetValue<string>(out var token) ? [token] : [];
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which is no text.
            return [];
        }
    }
}
