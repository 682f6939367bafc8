using Conformance.Record.Exchanges;
using static Conformance.SelfTests.Schemas.ExchangeChecks.Matrix.MatrixTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;

/// <summary>How a server says "too many requests", section 3.6 of the catalogue.</summary>
internal static class RateLimitTables
{
    public static IReadOnlyList<CheckTable> All { get; } = [LimitExceeded, RetryAfter, RetryAfterMilliseconds, BothWaits];

    private static CheckTable LimitExceeded => new("MTX-RATE-01")
    {
        Passes =
        [
            ("429 M_LIMIT_EXCEEDED", Limited(TooFast)),
            ("an endpoint that lists no 429", Logout.Answered(429, TooFast)),
            ("another status where none is listed", Logout.Answered(403, TooFast)),
        ],
        Fails =
        [
            ("another errcode", Limited(Forbidden), ["body /errcode: expected \"M_LIMIT_EXCEEDED\", was M_FORBIDDEN"]),
            ("no errcode", Limited("{}"), ["body /errcode: expected \"M_LIMIT_EXCEEDED\", was absent"]),
            ("another errcode where no 429 is listed",
                Logout.Answered(429, Forbidden), ["body /errcode: expected \"M_LIMIT_EXCEEDED\", was M_FORBIDDEN"]),
            ("another status at a login", LogIn.Answered(403, TooFast), ["status: expected 429 with M_LIMIT_EXCEEDED, was 403"]),
        ],
        DoesNotApply =
        [
            ("another refusal", LogIn.Answered(403, Forbidden)),
            ("a gateway's page", LogIn.AnsweredWithPage(429)),
            ("something outside of the API", LogIn.At("http://hs.example/").Answered(429, Forbidden)),
        ],
    };

    private static CheckTable BothWaits => new("MTX-RATE-04")
    {
        Passes =
        [
            ("seconds rounded up", Limited(TooFast).WithHeader("Retry-After", "1")),
            ("the same", Limited("""{"retry_after_ms":2000}""").WithHeader("Retry-After", "2")),
        ],
        Fails =
        [
            ("a second apart", Limited("""{"retry_after_ms":1000}""").WithHeader("Retry-After", "2"),
                ["waits: expected less than a second apart, was 2000 ms in Retry-After, 1000 ms in retry_after_ms"]),
            ("seconds taken for milliseconds", Limited("""{"retry_after_ms":5}""").WithHeader("Retry-After", "5"),
                ["waits: expected less than a second apart, was 5000 ms in Retry-After, 5 ms in retry_after_ms"]),
        ],
        DoesNotApply =
        [
            ("no header", Limited(TooFast)),
            ("no member", Limited("""{"errcode":"M_LIMIT_EXCEEDED"}""").WithHeader("Retry-After", "1")),
            ("a date", Limited(TooFast).WithHeader("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT")),
            ("a text", Limited("""{"retry_after_ms":"5"}""").WithHeader("Retry-After", "5")),
        ],
    };

    private static CheckTable RetryAfter => new("MTX-RATE-02")
    {
        Passes =
        [
            ("seconds", Limited(TooFast).WithHeader("Retry-After", "120")),
            ("no wait", Limited(TooFast).WithHeader("retry-after", "0")),
            ("a date", Limited(TooFast).WithHeader("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT")),
            ("more seconds than 32 bits hold", Limited(TooFast).WithHeader("Retry-After", "99999999999")),
        ],
        Fails =
        [
            ("no header", Limited(TooFast), ["header Retry-After: expected seconds or an HTTP date, was absent"]),
            ("nothing",
                Limited(TooFast).WithHeader("Retry-After", ""), ["header Retry-After: expected seconds or an HTTP date, was empty"]),
            ("a fraction",
                Limited(TooFast).WithHeader("Retry-After", "1.5"), ["header Retry-After: expected seconds or an HTTP date, was 1.5"]),
            ("a negative number",
                Limited(TooFast).WithHeader("Retry-After", "-1"), ["header Retry-After: expected seconds or an HTTP date, was -1"]),
            ("another date format", Limited(TooFast).WithHeader("Retry-After", "1999-12-31T23:59:59Z"),
                ["header Retry-After: expected seconds or an HTTP date, was 1999-12-31T23:59:59Z"]),
        ],
        DoesNotApply =
        [
            ("another status", LogIn.Answered(403, TooFast)),
            ("a gateway's page", LogIn.AnsweredWithPage(429)),
            ("something outside of the API", LogIn.At("http://hs.example/").Answered(429, TooFast)),
        ],
    };

    private static CheckTable RetryAfterMilliseconds => new("MTX-RATE-03")
    {
        Passes = [("a wait", Limited(TooFast)), ("none", Limited("""{"retry_after_ms":0}"""))],
        Fails =
        [
            ("a negative integer",
                Limited("""{"retry_after_ms":-1}"""), ["body /retry_after_ms: expected an integer of 0 or more, was -1"]),
            ("a text", Limited("""{"retry_after_ms":"500"}"""), ["body /retry_after_ms: expected an integer of 0 or more, was \"500\""]),
            ("1.0", Limited("""{"retry_after_ms":1.0}"""), ["body /retry_after_ms: expected an integer of 0 or more, was 1.0"]),
            ("null", Limited("""{"retry_after_ms":null}"""), ["body /retry_after_ms: expected an integer of 0 or more, was null"]),
        ],
        DoesNotApply =
        [
            ("no such member", Limited("""{"errcode":"M_LIMIT_EXCEEDED","error":""}""")),
            ("another status", LogIn.Answered(403, """{"retry_after_ms":-1}""")),
            ("something outside of the API", LogIn.At("http://hs.example/").Answered(429, """{"retry_after_ms":-1}""")),
        ],
    };

    private static Request Logout => Request.Matrix("POST", "/logout");

    private static Exchange Limited(string body) => LogIn.Answered(429, body);
}
