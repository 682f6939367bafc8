using System.Globalization;
using Conformance.Fixtures.Answers;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>How long an answer 429 asks to wait, by whatever way it says it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RetryAdviceTests
{
    [TestCase("Retry-After: 7", "{}", 7)]
    [TestCase("Retry-After: 0", "{}", 0)]
    [TestCase("Retry-After: Thu, 01 Jan 2026 12:00:30 GMT", "{}", 30)]
    [TestCase("Retry-After: 7", """{"retry_after_ms":2500}""", 7)]
    [TestCase("X-Other: 1", """{"retry_after_ms":2500}""", 2.5)]
    [TestCase("X-Other: 1", """{"retry_after_ms":1,"retry_after_ms":2000}""", 2)]
    [TestCase("Retry-After: soon", """{"retry_after_ms":3000}""", 3)]
    [TestCase("X-RateLimit-Reset: 12", "{}", 12)]
    public async Task Waits_as_long_as_told(string header, string body, double seconds)
    {
        (await WaitedFor(CannedReply.Json(429, body, header))).Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Test]
    public async Task Reads_a_date_by_the_clock_of_the_server()
    {
        var refusal = CannedReply.Json(
            429, "{}", "Date: Thu, 01 Jan 2026 09:00:00 GMT", "Retry-After: Thu, 01 Jan 2026 09:00:20 GMT");

        (await WaitedFor(refusal)).Should().Be(TimeSpan.FromSeconds(20));
    }

    [TestCase("X-Other: 1", "{}")]
    [TestCase("X-Other: 1", "")]
    [TestCase("X-Other: 1", "slow down")]
    [TestCase("X-Other: 1", "null")]
    [TestCase("X-Other: 1", "[7]")]
    [TestCase("X-Other: 1", "\"7\"")]
    [TestCase("X-Other: 1", """{"retry_after_ms":"soon"}""")]
    [TestCase("Retry-After: soon", "{}")]
    [TestCase("Retry-After: -5", "{}")]
    [TestCase("Retry-After: Thu, 01 Jan 2026 11:00:00 GMT", "{}")]
    [TestCase("X-Other: 1", """{"retry_after_ms":-1}""")]
    [TestCase("X-RateLimit-Reset: -1", "{}")]
    [TestCase("Retry-After: 2.5", "{}")]
    [TestCase("X-RateLimit-Reset: soon", "{}")]
    public async Task Waits_a_second_without_readable_advice(string header, string body)
    {
        (await WaitedFor(CannedReply.Json(429, body, header))).Should().Be(TimeSpan.FromSeconds(1));
    }

    [TestCase("Retry-After: 61", "{}")]
    [TestCase("Retry-After: 99999999999999999999", "{}")]
    [TestCase("Retry-After: Thu, 01 Jan 2026 12:01:01 GMT", "{}")]
    [TestCase("X-Other: 1", """{"retry_after_ms":60001}""")]
    [TestCase("X-Other: 1", """{"retry_after_ms":1e999}""")]
    [TestCase("X-RateLimit-Reset: 61", "{}")]
    public async Task Does_not_wait_longer_than_the_tolerance(string header, string body)
    {
        var waiting = () => WaitedFor(CannedReply.Json(429, body, header));

        await waiting.Should().ThrowAsync<ControlFailedException>().WithMessage("*tolerances.rateLimitWaitSeconds*");
    }

    [Test]
    public async Task Gives_up_on_a_server_that_never_lets_in()
    {
        var time = new SkippingTime();
        using var server = new CannedServer(CannedReply.Json(429, "{}", "Retry-After: 1"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl), time);
        target.Enter();

        var asking = () => new MatrixClient(target.Run).LoginFlows();

        (await asking.Should().ThrowAsync<ControlFailedException>()).WithMessage(
            "GET /login was still rate-limited after 5 waits in a row, each as long as it had asked for or longer. "
            + "Raise the server's limit, or set a lower limits.requestsPerSecond in driven.json.");
        time.Waited.Should().Be(TimeSpan.FromSeconds(1 + 1 + 2 + 4 + 8));
        server.Requests.Should().HaveCount(6);
    }

    private static async Task<TimeSpan> WaitedFor(CannedReply refusal)
    {
        var time = new SkippingTime();
        var asked = 0;
        using var server = new CannedServer(_ => Interlocked.Increment(ref asked) == 1 ? refusal : CannedReply.Json(200, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl), time);
        target.Enter();

        Answer answer = await new MatrixClient(target.Run).LoginFlows();

        answer.Status.Should().Be(200, string.Create(CultureInfo.InvariantCulture, $"it was asked {asked} times"));
        return time.Waited;
    }
}
