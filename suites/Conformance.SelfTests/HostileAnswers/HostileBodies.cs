using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>Bodies that are broken, endless, deep or wide, or not what the head says.</summary>
internal static class HostileBodies
{
    private const int Megabyte = 1024 * 1024;

    private const int Levels = 200_000;

    public static IReadOnlyList<Rewriting> All { get; } =
    [
        new("body: empty", turn => turn.Answer.Body = []),
        new("body: truncated", turn => turn.Answer.Body = turn.Answer.Body[..turn.Random.Int(0, turn.Answer.Body.Length)]),
        new("body: almost 1 MB of padding", turn => turn.Answer.Text += new string(' ', RoomIn(turn))),
        new("body: 1 MB of padding and more", turn => turn.Answer.Text += new string(' ', Megabyte)),
        new("body: 1 MB in one string", turn => Put(turn, "padding", new string('x', RoomIn(turn)))),
        new("body: 200,000 levels of arrays", turn => turn.Answer.Text = new string('[', Levels) + new string(']', Levels)),
        new("body: 200,000 levels without end", turn => turn.Answer.Text = new string('[', Levels)),
        new("body: 150,000 levels of objects", turn => turn.Answer.Text = string.Concat(Enumerable.Repeat("{\"a\":", 150_000))),
        new("body: 900 levels", turn => turn.Answer.Text = $"{{\"a\":{new string('[', 900)}{new string(']', 900)}}}"),
        new("body: 60,000 members", turn => Widen(turn, Many(60_000, number => $"\"m{number}\":1,"))),
        new("body: 40,000 versions", turn => turn.Answer.Text = $"{{\"versions\":[{Many(40_000, number => $"\"v1.{number}\",")}\"v2\"]}}"),
        new("body: 40,000 devices", turn => turn.Answer.Text =
            $"{{\"devices\":[{Many(40_000, number => $"{{\"device_id\":\"D{number}\"}},")}{{}}]}}"),
        new("body: every member twice", turn => Widen(turn, turn.Answer.Text.Trim().TrimStart('{').TrimEnd('}') + ",")),
        new("body: half a surrogate pair", turn => Widen(turn, "\"half\":\"\\ud83d\",\"\\udc00\":\"\\udfff\\ud800\",")),
        new("body: half a surrogate pair in all", turn => turn.Answer.Text =
            turn.Answer.Text.Replace("\",", "\\ud800\",", StringComparison.Ordinal)),
        new("body: another charset", turn => turn.Answer.Set("Content-Type", "application/json; charset=utf-7")),
        new("body: UTF-16", turn => turn.Answer.Body = Encoding.Unicode.GetBytes(turn.Answer.Text)),
        new("body: UTF-16 with its mark", turn => turn.Answer.Body = [0xff, 0xfe, .. Encoding.Unicode.GetBytes(turn.Answer.Text)]),
        new("body: no UTF-8", turn => turn.Answer.Body =
            [.. turn.Answer.Body.SelectMany(letter => letter == ',' ? new byte[] { 0xc3, 0x28, letter } : [letter])]),
        new("body: byte order mark", turn => turn.Answer.Body = [0xef, 0xbb, 0xbf, .. turn.Answer.Body]),
        new("body: NULs", turn => turn.Answer.Body = [.. turn.Answer.Body, .. new byte[5000]]),
        new("body: random bytes", turn => turn.Answer.Body = turn.Random.Bytes(3000)),
        new("body: HTML", turn => turn.Answer.Say("text/html", "<!doctype html><title>502</title><h1>Bad gateway</h1>")),
        new("body: gzip that is none", turn => turn.Answer.Set("Content-Encoding", "gzip")),
        new("body: JSON that is no object", turn =>
            turn.Answer.Text = turn.Random.ArrayElement(["null", "1e999999", "\"x\"", "[]", "true", "-"])),
        new("body: enormous numbers", turn => Numbers(turn, "123456789012345678901234567890e400")),
        new("body: numbers as words", turn => Numbers(turn, "\"soon\"")),
    ];

    // Until the body has almost a megabyte.
    private static int RoomIn(Turn turn) => Math.Max(0, Megabyte - 64 - turn.Answer.Body.Length);

    private static string Many(int count, Func<int, string> make) => string.Concat(Enumerable.Range(0, count).Select(make));

    private static void Put(Turn turn, string name, string value)
    {
        if (turn.Answer.Json is not JsonObject members)
            return;

        members[name] = value;
        turn.Answer.Text = members.Written();
    }

    private static void Widen(Turn turn, string first)
    {
        if (turn.Answer.Json is JsonObject { Count: > 0 })
            turn.Answer.Text = $"{{{first}{turn.Answer.Text.Trim()[1..]}";
    }

    private static void Numbers(Turn turn, string number) => turn.Answer.Text =
        string.Concat(turn.Answer.Text.Split("\":").Select((part, index) =>
            index > 0 && part.Length > 0 && char.IsAsciiDigit(part[0]) ? $"\":{number}{part.TrimStart([.. "0123456789."])}"
                : index > 0 ? $"\":{part}"
                : part));
}
