using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>Exchanges strings within the JSON of answers.</summary>
internal static class JsonStrings
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Puts other strings in the place of those of the body.</summary>
    /// <param name="answer">The answer; one that is not JSON stays what it is.</param>
    /// <param name="change">Gives the string that takes the place of a member's; null to leave it.</param>
    public static void Change(this HostileAnswer answer, Func<string, string, string?> change)
    {
        if (answer.Json is not { } root)
            return;

        Walk("", root, change);
        answer.Text = root.Written();
    }

    /// <summary>A value as JSON with no more escapes than there is need of: a secret in one form is not to be hidden in another.</summary>
    public static string Written(this JsonNode node) => node.ToJsonString(Relaxed);

    private static void Walk(string name, JsonNode? node, Func<string, string, string?> change)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (member, value) in members.ToList())
                    Walk(member, value, change);
                break;
            case JsonArray items:
                foreach (var item in items.ToList())
                    Walk(name, item, change);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && change(name, text) is { } other:
                value.ReplaceWith(other);
                break;
        }
    }
}
