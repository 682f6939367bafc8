using static Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb.KoyebTables;

namespace Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb;

/// <summary>How a server says "too many requests", section 6.1 of the catalogue.</summary>
internal static class RateLimitTables
{
    public static IReadOnlyList<CheckTable> All { get; } = [Wait];

    private static CheckTable Wait => new("KOY-GEN-13")
    {
        Passes =
        [
            ("seconds to the reset", LogIn.AnsweredWithPage(429).WithHeader("X-RateLimit-Reset", "12")),
            ("Retry-After in seconds", LogIn.Answered(429).WithHeader("Retry-After", "0")),
            ("Retry-After with a date", LogIn.Answered(429).WithHeader("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT")),
            ("a reset that says nothing beside Retry-After",
                LogIn.Answered(429).WithHeader("X-RateLimit-Reset", "soon").WithHeader("Retry-After", "1")),
        ],
        Fails =
        [
            ("neither", LogIn.Answered(429), ["header x-ratelimit-reset: expected seconds, or Retry-After in its place, was absent"]),
            ("a reset that says nothing", LogIn.Answered(429).WithHeader("x-ratelimit-reset", "soon"),
                ["header x-ratelimit-reset: expected seconds, or Retry-After in its place, was soon"]),
            ("a limit alone", LogIn.Answered(429).WithHeader("x-ratelimit-limit", "400, 400;w=60"),
                ["header x-ratelimit-reset: expected seconds, or Retry-After in its place, was absent"]),
        ],
        DoesNotApply = [("another status", LogIn.Answered(403, Error("403"))), ("a success", LogOut.Answered(200, "{}"))],
    };
}
