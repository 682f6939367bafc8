using System.Globalization;
using Bogus;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>
/// Texts that look like the labels that stand for secrets in the suite: where one becomes part of the next request, the server would be
/// sent the secret, wherever it wants it.
/// </summary>
internal static class LabelTexts
{
    private static readonly string[] Kinds =
        ["password", "access-token", "refresh-token", "login-token", "uia-session", "cookie", "configured"];

    private static readonly string[] Ids = ["device_id", "user_id", "session", "id", "room_id", "organization_id", "home_server"];

    public static IReadOnlyList<Rewriting> All { get; } =
    [
        new("labels: in ids", turn => turn.Answer.Change((name, _) => Ids.Contains(name) ? Label(turn.Random) : null)),
        new("labels: in the id of a device", turn => turn.Answer.Change((name, _) => name == "device_id" ? Label(turn.Random) : null)),
        new("labels: in a session", turn => turn.Answer.Change((name, _) => name == "session" ? Label(turn.Random) : null)),
        new("labels: in every string", turn => turn.Answer.Change((_, _) => Label(turn.Random))),
        new("labels: behind every string", turn => turn.Answer.Change((_, text) => text + Label(turn.Random))),
        new("labels: in place of tokens", turn =>
            turn.Answer.Change((_, text) => turn.TokensHere.Contains(text) ? Label(turn.Random) : null)),
        new("labels: in headers", turn =>
        {
            turn.Answer.Add("X-Next", Label(turn.Random));
            turn.Answer.Set("Location", $"/{Label(turn.Random)}");
            turn.Answer.Add("Set-Cookie", $"session={Label(turn.Random)}");
        }),
    ];

    private static string Label(Randomizer random)
    {
        var name = $"{random.ArrayElement(Kinds)}#{random.Int(1, 4).ToString(CultureInfo.InvariantCulture)}";
        return random.ArrayElement(
        [
            $"<{name}>", $"<{name}>", $"%3C{name.Replace("#", "%23", StringComparison.Ordinal)}%3E", $"&lt;{name}&gt;", $"a<{name}>b",
            $"%253C{name.Replace("#", "%2523", StringComparison.Ordinal)}%253E", $"../<{name}>", $"<<{name}>>",
        ]);
    }
}
