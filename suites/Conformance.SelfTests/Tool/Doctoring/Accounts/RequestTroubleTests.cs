using System.Globalization;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Accounts;

/// <summary>Servers that limit logins, or go away in between.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RequestTroubleTests
{
    private const string Login = "POST /_matrix/client/v3/login";

    [Test]
    public async Task Names_a_limit_of_logins_that_a_run_waits_out()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await Gateway.Before(server, (context, next) => Limit(context, next, seconds: 20));
        using var patient = Patient.Of(server, gateway.BaseUrl);

        var examined = await patient.Examine();

        examined.ShouldFind(
            "limits.requestsPerSecond", "POST /login answered 429 and asks to wait 20 s", "raise the server's limit for these accounts");
        examined.Seen.Should().Contain("accounts: not tried: bob");
        gateway.Counts[Login].Should().Be(1, "a limit that is reached is not tried again");
    }

    [Test]
    public async Task Names_a_limit_of_logins_that_no_run_waits_out()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await Gateway.Before(server, (context, next) => Limit(context, next, seconds: 300));
        using var patient = Patient.Of(server, gateway.BaseUrl);

        (await patient.Examine()).ShouldBeObstructed(
            "tolerances.rateLimitWaitSeconds", "asks to wait 300 s; a run waits 60 s at most", "set it to 300 or more");
    }

    [Test]
    public async Task Tells_of_a_limit_that_answers_announce()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await Gateway.Before(server, (context, next) =>
        {
            context.Response.Headers["X-RateLimit-Limit"] = "100";
            return next(context);
        });
        using var patient = Patient.Of(server, gateway.BaseUrl);

        (await patient.Examine()).Seen.Should().Contain("limits: none met; told: X-RateLimit-Limit: 100");
    }

    [Test]
    public async Task Names_a_gateway_whose_server_is_gone()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await Gateway.Before(server, (context, next) =>
        {
            if (!context.Request.Path.Value!.EndsWith("/login", StringComparison.Ordinal))
                return next(context);

            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        using var patient = Patient.Of(server, gateway.BaseUrl);

        (await patient.Examine()).ShouldBeObstructed("baseUrl", "GET /login answered 503", "start the server, or what is before it");
    }

    private static Task Limit(HttpContext context, RequestDelegate next, int seconds)
    {
        if ($"{context.Request.Method} {context.Request.Path}" != Login)
            return next(context);

        context.Response.StatusCode = 429;
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsJsonAsync(new { errcode = "M_LIMIT_EXCEEDED", error = "Too many." });
    }
}
