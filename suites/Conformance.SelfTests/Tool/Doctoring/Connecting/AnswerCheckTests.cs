using System.Diagnostics;
using System.Text.Json.Nodes;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Connecting;

/// <summary>Somebody listens, and does not answer in HTTP.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class AnswerCheckTests
{
    [TestCase("http")]
    [TestCase("https")]
    public async Task Names_a_server_that_never_answers(string scheme)
    {
        using var server = new CannedServer(CannedReply.Silence);
        using var patient = Patient.At($"{scheme}://{server.Authority}", Impatient);
        var clock = Stopwatch.StartNew();

        (await patient.Examine()).ShouldBeObstructed(
            "baseUrl", "gives no answer within 1 s", "raise tolerances.requestTimeoutSeconds");

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(15));
    }

    [TestCase("SSH-2.0-OpenSSH_9.9\r\n", "does not answer in HTTP")]
    [TestCase("", "closed the connection before its answer was complete")]
    public async Task Names_a_server_that_speaks_something_else(string greeting, string problem)
    {
        using var server = new CannedServer(CannedReply.Raw(greeting));
        using var patient = Patient.At(server.BaseUrl, Impatient);

        (await patient.Examine()).ShouldBeObstructed("baseUrl", problem, "give the URL of a server that speaks HTTP");
    }

    [Test]
    public async Task Names_a_proxy_that_refuses_to_connect()
    {
        using var proxy = new CannedServer(CannedReply.Whole(403, ""));
        using var patient = Patient.At("https://conformance.invalid", target => target["proxy"] = proxy.BaseUrl);

        (await patient.Examine()).ShouldBeObstructed(
            "proxy", "does not connect to conformance.invalid: it answered 403", "name another proxy");
    }

    private static void Impatient(JsonObject target) => target["tolerances"] = new JsonObject { ["requestTimeoutSeconds"] = 1 };
}
