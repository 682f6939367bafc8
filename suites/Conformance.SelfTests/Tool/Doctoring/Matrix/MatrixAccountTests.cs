using System.Text.Json.Nodes;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Matrix;

/// <summary>Accounts, administrators and application services that a homeserver does not take.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class MatrixAccountTests
{
    private const string WhoAmI = "GET /_matrix/client/v3/account/whoami";

    private const string Login = "POST /_matrix/client/v3/login";

    private static readonly MatrixServerOptions Options = new();

    [Test]
    public async Task Names_a_wrong_password_after_one_login_and_looks_at_the_others()
    {
        await using var server = await ReferenceServer.Start(Options);
        await using var gateway = await Gateway.Before(server, (context, next) => next(context));
        using var patient = Patient.Of(server, gateway.BaseUrl, target => target["accounts"]![0]!["password"] = "${env:PATH}");

        var examined = await patient.Examine();

        examined.ShouldBeObstructed(
            "accounts[0].password",
            "alice is not let in: POST /login answered 403 M_FORBIDDEN",
            "correct the variable that it names, or accounts[0].user");
        examined.Seen.Should().Contain("accounts: bob was let in as @bob:reference.invalid, and is logged out");
        gateway.Counts[Login].Should().Be(2, "each account has one try");
    }

    [TestCase("M_USER_DEACTIVATED", "name another account: this one is deactivated")]
    [TestCase("M_USER_LOCKED", "unlock it, or name another account")]
    [TestCase("M_USER_SUSPENDED", "lift the suspension")]
    public async Task Names_an_account_that_the_server_has_shut_out(string errcode, string fix) => (await ExamineBehind((context, next) =>
        Deed(context) == Login ? Refuse(context, 403, errcode) : next(context)))
        .ShouldBeObstructed("accounts[0]", $"answered 403 {errcode}", fix);

    [Test]
    public async Task Names_an_account_that_is_let_in_and_locked() => (await ExamineBehind((context, next) =>
        Deed(context) == WhoAmI ? Refuse(context, 401, "M_USER_LOCKED") : next(context)))
        .ShouldBeObstructed(
            "accounts[0]", "but its token is not accepted: GET /account/whoami answered 401 M_USER_LOCKED", "unlock it");

    [Test]
    public async Task Names_a_limit_of_sessions() => (await ExamineBehind((context, next) =>
        Deed(context) == Login ? Refuse(context, 403, "M_USER_LIMIT_EXCEEDED") : next(context)))
        .Places.Should().Contain("limits.sessionsPerUser");

    [Test]
    public async Task Names_a_login_that_stumbles_over_the_wish_for_a_refresh_token() => (await ExamineBehind((context, next) =>
        Deed(context) == Login ? Refuse(context, 400, "M_BAD_JSON") : next(context), target => target.Remove("capabilities")))
        .Places.Should().Contain("capabilities.refreshTokens");

    [Test]
    public async Task Names_two_accounts_that_are_one_user()
    {
        await using var server = await ReferenceServer.Start(Options);
        using var patient = Patient.Of(server, change: target => target["accounts"]![1]!["user"] = "@alice:reference.invalid");

        (await patient.Examine()).ShouldBeObstructed(
            "accounts[1]", "is the same user as accounts[0], @alice:reference.invalid", "name another user");
    }

    [Test]
    public async Task Names_a_session_that_it_cannot_close()
    {
        await using var server = await ReferenceServer.Start(Options with { Faults = ["KeepsTokenAfterLogout"] });
        using var patient = Patient.Of(server);

        var examined = await patient.Examine();

        examined.Places.Should().Equal("accounts[0]", "accounts[1]");
        examined.Call.Output.Should().Contain("alice on device ").And.Contain("may still be open");
    }

    [Test]
    public async Task Names_an_administrator_who_is_not_let_in()
    {
        await using var server = await ReferenceServer.Start(Options with { HasAdministrator = true });
        using var patient = Patient.Of(server, change: target => target["administrator"]!["password"] = "${env:PATH}");

        (await patient.Examine()).ShouldBeObstructed(
            "administrator.password", "admin is not let in", "correct the variable that it names, or administrator.user");
    }

    [Test]
    public async Task Names_an_application_service_that_is_not_registered()
    {
        await using var server = await ReferenceServer.Start(Options with { HasApplicationService = true });
        using var patient = Patient.Of(server, change: target => target["applicationService"]!["token"] = "${env:PATH}");

        (await patient.Examine()).ShouldFind("applicationService.token", "answered 401 M_UNKNOWN_TOKEN", "it is the as_token");
    }

    [Test]
    public async Task Names_a_user_who_is_not_the_application_services_own()
    {
        await using var server = await ReferenceServer.Start(Options with { HasApplicationService = true });
        using var patient = Patient.Of(server, change: target => target["applicationService"]!["user"] = "@alice:reference.invalid");

        (await patient.Examine()).ShouldFind("applicationService.user", "for @alice:reference.invalid answered 403", "in its namespace");
    }

    private static async Task<Examined> ExamineBehind(Func<HttpContext, RequestDelegate, Task> answer, Action<JsonObject>? change = null)
    {
        await using var server = await ReferenceServer.Start(Options);
        await using var gateway = await Gateway.Before(server, answer);
        using var patient = Patient.Of(server, gateway.BaseUrl, change);
        return await patient.Examine();
    }

    private static string Deed(HttpContext context) => $"{context.Request.Method} {context.Request.Path}";

    private static Task Refuse(HttpContext context, int status, string errcode)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { errcode, error = "No." });
    }
}
