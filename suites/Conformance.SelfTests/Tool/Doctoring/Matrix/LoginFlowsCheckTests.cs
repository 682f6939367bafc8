using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Matrix;

/// <summary>Path prefixes under which there is no login, and logins without a password.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LoginFlowsCheckTests
{
    [TestCase("/_matrix/client/v9")]
    [TestCase("")]
    public async Task Names_the_path_prefix_that_it_should_be(string prefix)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var patient = Patient.Of(server, change: target => target["pathPrefix"] = prefix);

        (await patient.Examine()).ShouldBeObstructed(
            "pathPrefix", $"GET {prefix}/login answered 404 M_UNRECOGNIZED", "set it to /_matrix/client/v3, where they are");
    }

    [Test]
    public async Task Names_a_server_without_logins()
    {
        using var server = new CannedServer(request => request.Deed == "GET /_matrix/client/versions"
            ? CannedReply.Json(200, """{"versions":["v1.11"]}""")
            : CannedReply.Json(404, """{"errcode":"M_UNRECOGNIZED"}"""));
        using var patient = Patient.At(server.BaseUrl);

        (await patient.Examine()).ShouldBeObstructed("pathPrefix", "answered 404 M_UNRECOGNIZED", "what stands before /login");
    }

    [Test]
    public async Task Names_a_server_without_passwords_and_sends_it_none()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await Gateway.Before(server, (context, next) =>
            context.Request is { Method: "GET", Path.Value: "/_matrix/client/v3/login" }
                ? context.Response.WriteAsJsonAsync(new { flows = new[] { new { type = "m.login.sso" } } })
                : next(context));
        using var patient = Patient.Of(server, gateway.BaseUrl);

        (await patient.Examine()).ShouldBeObstructed(
            "server", "it does not offer m.login.password, by which the suite logs in, but m.login.sso", "switch logins by password on");

        gateway.Counts.Keys.Should().NotContain("POST /_matrix/client/v3/login");
    }
}
