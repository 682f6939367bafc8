using System.Globalization;

namespace Conformance.SelfTests.HostileAnswers;

/// <summary>Heads that are endless, contradict themselves, lead elsewhere, or have a status that there is none of.</summary>
internal static class HostileHeads
{
    private static readonly int[] Statuses = [100, 101, 102, 199, 204, 205, 206, 226, 299, 304, 418, 499, 511, 600, 799, 999];

    private static readonly string[] Advice =
    [
        "-1", "-99999999999999999999", "0.5", "soon", "", "999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT",
        "Thu, 01 Jan 1970 00:00:00 GMT", "2026-13-45", "1e9", "0x10", "\u0661",
    ];

    private static readonly string[] AdviceInJson = ["-1", "1e300", "\"x\"", "99999999999", "0.1", "null"];

    private static readonly string[] ContentTypes = ["", ";", "json", "application/json;;;=", "*/*", "\u00e9/\u00e9"];

    private static readonly string[] Lengths = ["5", "-1", "99999999999999999999", "x"];

    public static IReadOnlyList<Rewriting> All { get; } =
    [
        new("head: 10,000 headers", turn => Many(turn.Answer, 10_000, "v")),
        new("head: 900 headers", turn => Many(turn.Answer, 900, "v")),
        new("head: 300 headers of one name", turn =>
        {
            foreach (var _ in Enumerable.Range(0, 300))
                turn.Answer.Add("X-Same", turn.Random.AlphaNumeric(40));
        }),
        new("head: a header of 50 KB", turn => turn.Answer.Add("X-Long", new string('v', 50 * 1024))),
        new("head: a header of 1 MB", turn => turn.Answer.Add("X-Long", new string('v', 1024 * 1024))),
        new("head: two content types", turn => turn.Answer.Add("Content-Type", "text/html; charset=\"")),
        new("head: broken content type", turn => turn.Answer.Set("Content-Type", turn.Random.ArrayElement(ContentTypes))),
        new("head: no header", turn => turn.Answer.Headers.Clear()),
        new("head: another status", turn => turn.Answer.Status = turn.Random.ArrayElement(Statuses)),
        new("head: a status of one digit", turn => turn.Answer.Status = 7),
        new("head: 500", turn => turn.Answer.Status = 500),
        new("head: 200", turn => turn.Answer.Status = 200),
        new("head: 401", turn => turn.Answer.Status = 401),
        new("head: redirect elsewhere", turn => Redirect(turn, turn.Elsewhere)),
        new("head: redirect without a scheme", turn => Redirect(turn, turn.Elsewhere["http:".Length..])),
        new("head: redirect to the file system", turn => Redirect(turn, "file:///etc/passwd")),
        new("head: redirect without an address", turn => Redirect(turn, "http://[::::")),
        new("head: refresh elsewhere", turn => turn.Answer.Add("Refresh", $"0; url={turn.Elsewhere}")),
        new("head: rate limit", turn => Limit(turn, turn.Random.ArrayElement(Advice))),
        new("head: rate limit in the body", turn =>
        {
            turn.Answer.Status = 429;
            turn.Answer.Text = $"{{\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":{turn.Random.ArrayElement(AdviceInJson)}}}";
        }),
        new("head: unavailable, with advice", turn =>
        {
            Limit(turn, turn.Random.ArrayElement(Advice));
            turn.Answer.Status = 503;
        }),
        new("head: a long reason", turn => turn.Answer.Reason = new string('r', 20_000)),
        new("head: a strange reason", turn => turn.Answer.Reason = "\e[31m\u202e<script>"),
        new("head: broken header lines", turn =>
        {
            turn.Answer.Add("no colon\r\n folded", "x");
            turn.Answer.Add("with space ", "x");
        }),
        new("head: broken dates", turn =>
        {
            turn.Answer.Set("Date", "yesterday");
            turn.Answer.Set("Expires", "-1");
            turn.Answer.Set("Last-Modified", "Fri, 31 Dec 9999 23:59:60 GMT");
        }),
        new("head: wrong length", turn => turn.Answer.Add("Content-Length", turn.Random.ArrayElement(Lengths))),
        new("head: chunks that are none", turn => turn.Answer.Add("Transfer-Encoding", "chunked")),
    ];

    private static void Many(HostileAnswer answer, int count, string value)
    {
        foreach (var number in Enumerable.Range(0, count))
            answer.Add($"X-{number.ToString(CultureInfo.InvariantCulture)}", value);
    }

    private static void Redirect(Turn turn, string location)
    {
        turn.Answer.Status = turn.Random.ArrayElement([301, 302, 303, 307, 308]);
        turn.Answer.Set("Location", location);
    }

    private static void Limit(Turn turn, string advice)
    {
        turn.Answer.Status = 429;
        turn.Answer.Set("Retry-After", advice);
    }
}
