using System.Text.Json.Nodes;

namespace Conformance.SelfTests.HostileAnswers.Families;

/// <summary>Answers that repeat a secret that the suite has sent or got before, in another form.</summary>
internal static class Echoes
{
    public static IReadOnlyList<Rewriting> All { get; } =
    [
        .. WrittenForms.All.Select(form => In(form, "a message", (answer, text) => answer.Change((name, _) => IsMessage(name) ? text : null))),
        .. WrittenForms.All.Select(form => In(form, "a message among words", (answer, text) =>
            answer.Change((name, old) => IsMessage(name) ? $"{old} (was {text}, sorry)" : null))),
        .. WrittenForms.All.Select(form => In(form, "a member of its own", (answer, text) => answer.Add("note", text))),
        .. WrittenForms.All.Select(form => In(form, "the name of a member", (answer, text) => answer.Add(text, "note"))),
        .. WrittenForms.All.Select(form => In(form, "a raw JSON string", (answer, text) => answer.Say("application/json", $"{{\"a\":\"{text}\"}}"))),
        .. WrittenForms.All.Select(form => In(form, "a page", (answer, text) => answer.Say("text/html", $"<p>{text}</p>"))),
        .. WrittenForms.All.Select(form => In(form, "a header", (answer, text) => answer.Headers.Add(KeyValuePair.Create("X-Debug", text)))),
        .. WrittenForms.All.Select(form => In(form, "a location", (answer, text) => answer.Set("Location", $"/login?was={text}"))),
    ];

    private static bool IsMessage(string name) => name is "error" or "message" or "errcode" or "code" or "user_id" or "device_id";

    private static Rewriting In((string Name, Func<string, string> Write) form, string place, Action<HostileAnswer, string> echo) =>
        new($"echo: {form.Name}, in {place}", turn => echo(turn.Answer, form.Write(turn.Random.ListItem([.. turn.Secrets.OfTheSuite]))));

    private static void Add(this HostileAnswer answer, string name, JsonNode value)
    {
        if (answer.Json is not JsonObject members)
            return;

        members[name] = value;
        answer.Text = members.ToJsonString();
    }
}
