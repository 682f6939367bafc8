using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Koyeb;

/// <summary>Names of members, sections 2.2 and 6.1 of the catalogue: a documented member is spelled as documented.</summary>
internal static class NameChecks
{
    private static readonly string[] OfErrors = ["status", "code", "message", "fields"];
    private static readonly string[] OfFields = ["field", "description"];
    private static readonly string[] OfTokens = ["id", "user_id", "organization_id", "expires_at"];
    private static readonly string[] OfEchoes = ["payload", "user_id", "organization_id", "workspace_id"];

    private static readonly string[] OfUsers =
    [
        "id", "email", "name", "avatar_url", "last_login_ip", "github_id", "github_user", "last_login", "updated_at", "created_at",
        "two_factor_authentication", "newsletter_subscribed", "flags", "status", "status_message", "verified", "default_organization_id",
        "email_validated", "trialed",
    ];

    private static readonly string[] BeginsSessions = [.. KoyebEndpoints.All.Where(HandsOutToken).Select(endpoint => endpoint.ToString())];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
        [new("KOY-GEN-08", "spelling of members", view => Documented(view).Any(), Misspelt)];

    private static bool HandsOutToken(Endpoint endpoint) => endpoint.ResponseSchema == KoyebEndpoints.Login.ResponseSchema;

    // The objects of the answer whose members are documented.
    private static IEnumerable<(string Pointer, JsonObject Members, string[] Names)> Documented(ExchangeView view) => view switch
    {
        _ when ErrorChecks.IsErrorShaped(view) => [.. Members("", view.Json, OfErrors), .. FieldsOf(view)],
        { Status: not 200 } => [],
        _ when BeginsSessions.Contains(view.Exchange.Endpoint) =>
            [.. Members("", view.Json, "token"), .. Members("/token", view.Member("token"), OfTokens)],
        _ when view.Exchange.Endpoint == KoyebEndpoints.Profile.ToString() =>
            [.. Members("", view.Json, "user"), .. Members("/user", view.Member("user"), OfUsers)],
        _ when view.Exchange.Endpoint == KoyebEndpoints.TestAuth.ToString() => Members("", view.Json, OfEchoes),
        _ => [],
    };

    private static IEnumerable<(string Pointer, JsonObject Members, string[] Names)> FieldsOf(ExchangeView view) =>
        view.Member("fields") is JsonArray fields ? fields.SelectMany((field, index) => Members($"/fields/{index}", field, OfFields)) : [];

    private static IEnumerable<(string Pointer, JsonObject Members, string[] Names)> Members(
        string pointer, JsonNode? node, params string[] names) =>
        node is JsonObject members ? [(pointer, members, names)] : [];

    // Beside the documented member another one may have any name.
    private static IEnumerable<Mismatch> Misspelt(ExchangeView view) =>
        from documented in Documented(view)
        from name in documented.Names
        where !documented.Members.ContainsKey(name)
        from member in documented.Members
        where IsOtherSpelling(member.Key, name)
        select new Mismatch("body", $"the member to be named \"{name}\"", $"\"{ExchangeView.Excerpt(member.Key)}\"")
        {
            Pointer = documented.Pointer,
        };

    private static bool IsOtherSpelling(string name, string documented) =>
        name != documented && Letters(name).Equals(Letters(documented), StringComparison.OrdinalIgnoreCase);

    private static string Letters(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
}
