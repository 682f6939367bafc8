using System.Net;
using System.Text.Json.Nodes;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>Answers that hand out a token where no contract expects it.</summary>
internal static class LoginForms
{
    public static IReadOnlyList<Rewriting> All { get; } =
    [
        Of("form-encoded", (answer, token) =>
            answer.Say("application/x-www-form-urlencoded", $"token_type=bearer&access_token={Uri.EscapeDataString(token)}&expires_in=60")),
        Of("HTML", (answer, token) =>
            answer.Say("text/html", $"<html><p>Your token is <b>{WebUtility.HtmlEncode(token)}</b>.</p></html>")),
        Of("plain text", (answer, token) => answer.Say("text/plain", token)),
        Of("JSON in a JSON string", (answer, _) => answer.Text = JsonValue.Create(answer.Text).Written()),
        Of("JSON in a member", (answer, _) => answer.Text = new JsonObject { ["data"] = answer.Text }.Written()),
        Of("another member", (answer, token) => answer.Text = new JsonObject { ["bearer"] = token, ["user_id"] = "x" }.Written()),
        Of("a JSON string", (answer, token) => answer.Text = JsonValue.Create(token).Written()),
        Of("an array", (answer, token) => answer.Text = new JsonArray("bearer", token).Written()),
        Of("the name of a member", (answer, token) => answer.Text = new JsonObject { [token] = true }.Written()),
        Of("XML", (answer, token) => answer.Say("application/xml", $"<login><token>{WebUtility.HtmlEncode(token)}</token></login>")),
        Of("a header", (answer, token) => WithoutBody(answer).Add("Authorization", $"Bearer {token}")),
        Of("the name of a header", (answer, token) => WithoutBody(answer).Add(token, "1")),
        Of("a cookie", (answer, token) => WithoutBody(answer).Add("Set-Cookie", $"a=b; token={token}; Path=/")),
        Of("a cookie of its own", (answer, token) => WithoutBody(answer).Add("Set-Cookie", $"{token}=1; Path=/")),
        Of("Location", (answer, token) => Redirect(answer).Add("Location", $"/home#access_token={token}")),
        Of("the reason phrase", (answer, token) => WithoutBody(answer).Reason = $"OK {token}"),
        Of("a trailer", (answer, token) => WithoutBody(answer).Trailers.Add(KeyValuePair.Create("X-Token", token))),
        Of("the content type", (answer, token) => answer.Set("Content-Type", $"application/json; token={token}")),
        Of("a challenge", (answer, token) => WithoutBody(answer).Add("WWW-Authenticate", $"Bearer realm=\"{token}\"")),
    ];

    private static Rewriting Of(string name, Action<HostileAnswer, string> hand) => new($"login: {name}", turn =>
    {
        // The session of a challenge, with a 401, opens nothing by itself.
        if (turn.TokensHere.Count > 0 && turn.Answer.Status is >= 200 and < 300)
            hand(turn.Answer, turn.Random.ListItem([.. turn.TokensHere]));
    });

    private static HostileAnswer WithoutBody(HostileAnswer answer)
    {
        answer.Text = "{}";
        return answer;
    }

    private static HostileAnswer Redirect(HostileAnswer answer)
    {
        answer.Status = 302;
        return WithoutBody(answer);
    }
}
