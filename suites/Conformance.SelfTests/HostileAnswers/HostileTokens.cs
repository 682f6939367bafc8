using Bogus;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>Tokens that no server would hand out, where the contracts have tokens.</summary>
internal static class HostileTokens
{
    private static readonly string[] Words = ["status", "access", "matrix", "true", "error", "token", "session", "conformance", "journal"];

    public static IReadOnlyList<Rewriting> All { get; } =
    [
        new("tokens: a word", turn => Replace(turn, random => random.ArrayElement(Words), isSecret: false)),
        new("tokens: empty", turn => Replace(turn, _ => "", isSecret: false)),
        new("tokens: one letter", turn => Replace(turn, _ => "e", isSecret: false)),
        new("tokens: the name of the account", turn => Replace(turn, _ => "alice", isSecret: false)),
        // What is longer than the first of these characters gives nothing more away.
        new("tokens: 300 KB", turn => Replace(turn, random => random.String2(300 * 1024), isSecret: true)),
        new("tokens: 300 KB of one letter", turn => Replace(turn, _ => new string('a', 300 * 1024), isSecret: false)),
        new("tokens: with line breaks", turn => Replace(turn, random => $"{Some(random)}\r\nX-Injected: {Some(random)}", isSecret: true)),
        new("tokens: with NUL", turn => Replace(turn, random => $"{Some(random)}\0{Some(random)}", isSecret: true)),
        new("tokens: beyond ASCII", turn => Replace(turn, random => $"{Some(random)}ü\u65e5\ud83d\ude00{Some(random)}", isSecret: true)),
        new("tokens: of signs", turn => Replace(turn, random => $"{Some(random)}\"<&>'%\\/+ {Some(random)}", isSecret: true)),
        new("tokens: one within another", turn => Replace(turn, random => turn.TokensHere[0] + Some(random), isSecret: true)),
        new("tokens: the password", turn => Replace(turn, random => random.ListItem([.. turn.Secrets.Passwords]), isSecret: true)),
        new("tokens: the same for all", turn => Replace(turn, _ => "one-token-for-everybody", isSecret: true)),
    ];

    private static string Some(Randomizer random) => random.AlphaNumeric(16);

    private static void Replace(Turn turn, Func<Randomizer, string> make, bool isSecret) => turn.Answer.Change((_, text) =>
    {
        if (!turn.TokensHere.Contains(text))
            return null;

        var token = make(turn.Random);
        if (isSecret)
            turn.Secrets.Add(token);
        return token;
    });
}
