using Conformance.Record.Exchanges;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.ExchangeChecks.Koyeb;
using Conformance.Schemas.ExchangeChecks.Matrix;
using Conformance.SelfTests.Schemas.ExchangeChecks;
using Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb;
using Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas;

/// <summary>Whatever a server sends is judged: no check throws, and what was found fits on one line.</summary>
public sealed class RobustnessTests
{
    private const int BodiesForEachSeed = 100;

    private static readonly int[] Statuses = [200, 400, 401, 403, 429];

    private static readonly (Request Request, CheckIndex Checks)[] Dialects =
    [
        (Request.Matrix("POST", "/login"), new CheckIndex(MatrixExchangeChecks.All)),
        (Request.Matrix("POST", "/register?kind=guest"), new CheckIndex(MatrixExchangeChecks.All)),
        (Request.Matrix("GET", "/devices").With("Authorization", "Bearer"), new CheckIndex(MatrixExchangeChecks.All)),
        (Request.Koyeb("POST", "/v1/account/login"), new CheckIndex(KoyebExchangeChecks.All)),
        (Request.Koyeb("POST", "/v1/account/passwordless_login"), new CheckIndex(KoyebExchangeChecks.All)),
    ];

    private static IEnumerable<string> WholeBodies =>
        MatrixTables.All.Concat(KoyebTables.All).SelectMany(table => table.Passes).Select(row => row.Exchange.Response!.Body).Distinct();

    [Test]
    public void Judges_odd_bodies([Range(1, 10)] int seed)
    {
        foreach (var body in new OddBodies(seed).Take(BodiesForEachSeed))
            JudgeEverywhere(body);
    }

    [Test]
    public void Judges_bodies_that_break_off([Range(1, 5)] int seed)
    {
        var odd = new OddBodies(seed);

        foreach (var body in WholeBodies)
            JudgeEverywhere(odd.Truncate(body));
    }

    [TestCase("""{"errcode":"A","errcode":"B"}""")]
    [TestCase("""{"errcode":"\ud800","error":"\udc00","\ud800":1}""")]
    [TestCase("""{"status":1e400,"code":1e400,"retry_after_ms":1e400,"expires_in_ms":-1e400}""")]
    [TestCase("\ud800")]
    [TestCase("\uFEFF{}")]
    public void Judges_what_readers_choke_on(string body) => JudgeEverywhere(body);

    [TestCase(65)]
    [TestCase(1001)]
    [TestCase(2000)]
    [TestCase(20_000)]
    public void Judges_deep_bodies(int levels)
    {
        JudgeEverywhere(DeepBodies.Arrays(levels));
        JudgeEverywhere(DeepBodies.Objects(levels));
        JudgeEverywhere(
            $$"""{"errcode":{{DeepBodies.Arrays(levels)}},"code":{{DeepBodies.Objects(levels)}},"code":{{DeepBodies.Objects(levels)}}}""");
    }

    private static void JudgeEverywhere(string body)
    {
        foreach (var (request, checks) in Dialects)
        {
            foreach (var status in Statuses)
                Judge(request.Sending(body).Answered(status, body), checks);
        }
    }

    private static void Judge(Exchange exchange, CheckIndex checks)
    {
        IEnumerable<string> actual = [];
        Assert.That(
            () => actual = [.. ExchangeJudgement.Of(new ExchangeView(exchange), checks)
                .SelectMany(judgement => judgement.Mismatches)
                .Select(mismatch => mismatch.Actual)],
            Throws.Nothing,
            () => $"{exchange.Response!.Status} to {exchange.Endpoint} with {exchange.Response.Body}");
        Assert.That(actual.Where(text => !IsReadable(text)), Is.Empty);
    }

    private static bool IsReadable(string actual) => actual.Length is > 0 and <= 90 && !actual.Any(char.IsControl);
}
