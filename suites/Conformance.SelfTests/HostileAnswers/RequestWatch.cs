using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.SelfTests.Fixtures;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>Looks at every request that reaches a server: secrets go where the contracts have a place for them, and nowhere else.</summary>
/// <param name="authority">Host and port of the base URL.</param>
/// <param name="secrets">What the server knows.</param>
internal sealed class RequestWatch(string authority, KnownSecrets secrets)
{
    /// <summary>The header that the operator sends with every request, with a secret in it.</summary>
    public const string OperatorHeader = "X-Staging-Key";

    /// <summary>Characters. Shorter ones, such as words, are part of honest requests.</summary>
    private const int Shortest = 12;

    // The members of request bodies that hold a password, and those that hold a token.
    private static readonly string[] PlacesOfPasswords = ["password", "new_password"];
    private static readonly string[] PlacesOfTokens = ["token", "refresh_token", "session"];

    private readonly ConcurrentQueue<string> faults = new();

    /// <summary>What is wrong, in sentences.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    private IEnumerable<string> PasswordsAlone => secrets.Passwords.Except(secrets.PasswordsAsTokens);

    public void Look(CannedRequest request)
    {
        if (request.Header("Host") is { } host && host != authority)
            faults.Enqueue($"{request.Deed} is for {host}, and not for {authority}");

        // Values may be percent-encoded, in part or twice.
        var target = Uri.UnescapeDataString(Uri.UnescapeDataString(request.Deed));
        foreach (var secret in Long(secrets.All).Where(secret => WithoutTokenParameter(target).Contains(secret, StringComparison.Ordinal)))
            faults.Enqueue($"the target of {target} has the secret {secret}");

        foreach (var line in request.Headers)
            LookAtHeader(request.Deed, line);
        foreach (var (place, text) in StringsOf(request.Body))
            LookAtMember(request.Deed, place, text);
    }

    private void LookAtHeader(string deed, string line)
    {
        var isAuthorization = line.StartsWith("Authorization:", StringComparison.OrdinalIgnoreCase);
        var isOperators = line.StartsWith($"{OperatorHeader}:", StringComparison.OrdinalIgnoreCase);
        foreach (var secret in Long(isAuthorization ? PasswordsAlone : isOperators ? secrets.Tokens : secrets.All))
        {
            if (line.Contains(secret, StringComparison.Ordinal))
                faults.Enqueue($"{deed} has the secret {secret} in the header {line}");
        }
    }

    private void LookAtMember(string deed, string place, string text)
    {
        var wrong = PlacesOfPasswords.Contains(place) ? secrets.Tokens : PlacesOfTokens.Contains(place) ? PasswordsAlone : secrets.All;
        foreach (var secret in Long(wrong).Where(secret => text.Contains(secret, StringComparison.Ordinal)))
            faults.Enqueue($"the body of {deed} has the secret {secret} in the member {place}");
    }

    private static IEnumerable<string> Long(IEnumerable<string> all) => all.Where(secret => secret.Length >= Shortest);

    // Older versions of Matrix have a place for access tokens there.
    private static string WithoutTokenParameter(string target) =>
        target.Split('?', 2) is [var path, var query]
            ? $"{path}?{string.Join('&', query.Split('&').Where(part => !part.StartsWith("access_token=", StringComparison.Ordinal)))}"
            : target;

    private static IReadOnlyList<(string Place, string Text)> StringsOf(string body)
    {
        try
        {
            return [.. Strings("", JsonNode.Parse(body))];
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            // ArgumentException: a member twice.
            return [];
        }
    }

    private static IEnumerable<(string Place, string Text)> Strings(string place, JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Strings(member.Key, member.Value).Append(("a name", member.Key))),
        JsonArray items => items.SelectMany(item => Strings(place, item)),
        JsonValue value when value.TryGetValue<string>(out var text) => [(place, text)],
        _ => [],
    };
}
