using System.Text.Json.Nodes;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>Answers that repeat a secret that the suite has sent or got before, in another form.</summary>
internal static class Echoes
{
    private static readonly (string Name, Action<HostileAnswer, string> Put)[] Places =
    [
        ("a message", (answer, text) => answer.Change((name, _) => IsMessage(name) ? text : null)),
        ("a message among words", (answer, text) => answer.Change((name, old) => IsMessage(name) ? $"{old} (was {text}, sorry)" : null)),
        ("a member of its own", (answer, text) => AddMember(answer, "note", text)),
        ("the name of a member", (answer, text) => AddMember(answer, text, "note")),
        ("a JSON string as it is", (answer, text) => answer.Say("application/json", $"{{\"a\":\"{text}\"}}")),
        ("a page", (answer, text) => answer.Say("text/html", $"<p>{text}</p>")),
        ("a header", (answer, text) => answer.Add("X-Debug", text)),
        ("the name of a header", (answer, text) => answer.Add(text, "debug")),
        ("a location", (answer, text) => answer.Set("Location", $"/login?was={text}")),
    ];

    public static IReadOnlyList<Rewriting> All { get; } =
    [
        .. Places.SelectMany(_ => WrittenForms.All, (place, form) => new Rewriting(
            $"echo: {form.Name}, in {place.Name}",
            turn => place.Put(turn.Answer, form.Write(turn.Random.ListItem([.. turn.Secrets.OfTheSuite]))))),
    ];

    private static bool IsMessage(string name) => name is "error" or "message" or "errcode" or "code" or "user_id" or "device_id";

    private static void AddMember(HostileAnswer answer, string name, string value)
    {
        if (answer.Json is not JsonObject members)
            return;

        members[name] = value;
        answer.Text = members.Written();
    }
}
