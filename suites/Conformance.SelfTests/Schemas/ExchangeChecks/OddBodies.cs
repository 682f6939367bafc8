using System.Diagnostics.CodeAnalysis;

namespace Conformance.SelfTests.Schemas.ExchangeChecks;

/// <summary>Bodies that no sane server sends, made up from a seed: the same seed gives the same bodies.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Nothing is kept secret here, and a run must be repeatable from its seed.")]
internal sealed class OddBodies(int seed)
{
    private static readonly string[] Names =
    [
        "errcode", "error", "flows", "soft_logout", "retry_after_ms", "expires_in_ms", "devices", "display_name", "last_seen_ts",
        "one_time_key_counts", "status", "code", "message", "fields", "field", "details", "type", "identifier", "country", "phone",
        "password",
        "device_id", "refresh_token", "token", "", "a/b~c", "\\ud800", "\\n",
    ];

    private static readonly string[] Leaves =
    [
        "null", "true", "false", "0", "-0", "1.0", "1e400", "-1e-400", "401", "12345678901234567890123456789012345678901", "\"\"",
        "\"M_FORBIDDEN\"",
        "\"m.login.password\"", "\"m.id.phone\"", "\"GB\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\\\ud800\"", "\"\\u0000\"", "\"😀\"",
        "[]", "{}",
        DeepBodies.Arrays(70), DeepBodies.Objects(1200), "NaN", "\"" + string.Concat(Enumerable.Repeat("😀", 60)) + "\"",
    ];

    private readonly Random random = new(seed);

    public IEnumerable<string> Take(int count) => Enumerable.Range(0, count).Select(_ => Change(Value(levels: 4)));

    /// <summary>Part of a text: a body that breaks off.</summary>
    public string Truncate(string text) => text[..random.Next(text.Length + 1)];

    private string Value(int levels) => levels == 0 || random.Next(5) == 0 ? Pick(Leaves)
        : random.Next(4) == 0 ? $"[{Some(() => Value(levels - 1))}]"
        : $"{{{Some(() => $"\"{Pick(Names)}\":{Value(levels - 1)}")}}}";

    // Names are few, so that doubled members are many.
    private string Some(Func<string> part) => string.Join(',', Enumerable.Range(0, random.Next(8)).Select(_ => part()));

    private string Change(string body) => random.Next(8) switch
    {
        0 => Truncate(body),
        1 => body.Insert(random.Next(body.Length + 1), ((char)random.Next(char.MaxValue)).ToString()),
        2 => body.Insert(random.Next(body.Length + 1), Pick(["\"", "\\", "{", "]", ",", "\uFEFF", "\ud83d", "\\u"])),
        _ => body,
    };

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
