using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Conformance.Record.Exchanges;
using Conformance.Record.Text;

namespace Conformance.Record.Journal;

/// <summary>
/// How much of the answers of a run is recorded: a server decides how long they are, and not how large a journal becomes, nor what it takes
/// to read one. Answers are judged whole, before. Thread-safe.
/// </summary>
public sealed class RecordedSize
{
    /// <summary>Bytes of a body.</summary>
    public const int LongestBody = 16 * 1024;

    /// <summary>Bytes of a body, when the long ones of a run have taken up <see cref="Longest"/>.</summary>
    private const int ShortBody = 1024;

    /// <summary>Characters of all headers of an answer.</summary>
    private const int LongestHeaders = 4 * 1024;

    /// <summary>Characters of a header.</summary>
    private const int LongestHeader = 1024;

    /// <summary>Bytes, as JSON writes them, of all that is longer than <see cref="ShortBody"/>.</summary>
    private const long Longest = 6 * 1024 * 1024;

    // What was decided of each exchange with a long body: scenarios may share one as evidence, and it is the same in each.
    private readonly ConcurrentDictionary<int, int> decided = new();
    private long taken;

    /// <summary>The entry, with answers that are not longer than is recorded.</summary>
    public JournalEntry Bounded(JournalEntry entry) => entry switch
    {
        ScenarioFinished { Exchanges.Count: > 0 } finished => finished with { Exchanges = Bounded(finished.Exchanges) },
        PreflightFinished { Exchanges.Count: > 0 } preflight => preflight with { Exchanges = Bounded(preflight.Exchanges) },
        ClosingFinished { Exchanges.Count: > 0 } closing => closing with { Exchanges = Bounded(closing.Exchanges) },
        _ => entry,
    };

    private IReadOnlyList<Exchange> Bounded(IReadOnlyList<Exchange> exchanges) =>
        exchanges.All(IsShort) ? exchanges : [.. exchanges.Select(Bounded)];

    private static bool IsShort(Exchange exchange) =>
        exchange.Response is not { } response || (response.Body.Length <= ShortBody && LengthOf(response.Headers) <= ShortBody);

    private Exchange Bounded(Exchange exchange) =>
        exchange.Response is { } response ? exchange with { Response = WithBody(WithHeaders(response), exchange.Number) } : exchange;

    private static RecordedResponse WithHeaders(RecordedResponse response)
    {
        var length = LengthOf(response.Headers);
        if (length <= LongestHeaders)
            return response;

        List<Header> kept = [];
        var left = LongestHeaders;
        foreach (var header in response.Headers)
        {
            var cut = new Header(Excerpt.Counted(header.Name, LongestHeader), Excerpt.Counted(header.Value, LongestHeader));
            left -= cut.Name.Length + cut.Value.Length;
            if (left < 0)
                break;
            kept.Add(cut);
        }

        return response with { Headers = kept, HeadersCutFrom = length };
    }

    private RecordedResponse WithBody(RecordedResponse response, int exchange)
    {
        var body = response.Body;
        if (body.Length <= ShortBody)
            return response;

        var longest = decided.GetOrAdd(exchange, _ => Decide(body));
        var bytes = Encoding.UTF8.GetBytes(body);
        return bytes.Length <= longest ? response : response with
        {
            Body = Beginning(bytes, longest),
            CutFrom = bytes.Length,
            Digest = $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}",
        };
    }

    private int Decide(string body) =>
        Interlocked.Add(ref taken, WrittenLength(body.AsSpan(0, Math.Min(body.Length, LongestBody)))) > Longest ? ShortBody : LongestBody;

    // Never within a character.
    private static string Beginning(byte[] bytes, int length)
    {
        while ((bytes[length] & 0b1100_0000) == 0b1000_0000)
            length--;
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static long LengthOf(IReadOnlyList<Header> headers)
    {
        var length = 0L;
        for (var i = 0; i < headers.Count; i++)
            length += headers[i].Name.Length + headers[i].Value.Length;
        return length;
    }

    private static long WrittenLength(ReadOnlySpan<char> text)
    {
        var length = 0L;
        foreach (var character in text)
        {
            length += character switch
            {
                < ' ' => 6,
                '"' or '\\' => 2,
                > '\u07ff' => 3,
                > '~' => 2,
                _ => 1,
            };
        }

        return length;
    }
}
