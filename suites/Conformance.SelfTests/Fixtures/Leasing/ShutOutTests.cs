using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Leasing;

/// <summary>An account that the server locks is not tried for ever, and the others are lent in its place.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ShutOutTests
{
    [Test]
    public async Task Lends_the_others_when_one_is_locked()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await Gateway.Before(server, (context, next) => Lock(context, next, "alice"));
        using var target = new DrivenTarget(Settings(server, gateway, accounts: 2));

        var lent = new List<string>();
        for (var scenario = 0; scenario < 12; scenario++)
            lent.Add(await UseOnce(target));

        lent.Should().Contain("alice").And.EndWith(["bob", "bob", "bob"]);
        lent.Count(name => name == "alice").Should().Be(3);
        gateway.Count("/login").Should().Be(3 + 1 + 9, "the locked account is tried once more before it is given up");
    }

    [Test]
    public async Task Says_the_same_to_all_when_too_few_are_left()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await Gateway.Before(server, (context, next) => Lock(context, next, "alice"));
        using var target = new DrivenTarget(Settings(server, gateway, accounts: 1));
        for (var scenario = 0; scenario < 3; scenario++)
            await UseOnce(target);

        for (var scenario = 0; scenario < 2; scenario++)
        {
            (await target.Awaiting(UseOnce).Should().ThrowAsync<NoLongerAskedException>()).WithMessage(
                "Too few accounts are let in: not alice (the last login was answered with 403 M_FORBIDDEN). "
                + "They are not tried any more; they may be locked.");
        }

        gateway.Count("/login").Should().Be(4);
    }

    [Test]
    public async Task Keeps_an_account_whose_refusals_have_had_another_reason()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        var logins = 0;
        await using var gateway = await Gateway.Before(
            server, (context, next) => Interlocked.Increment(ref logins) <= 3 ? Lock(context, next, "alice") : next(context));
        using var target = new DrivenTarget(Settings(server, gateway, accounts: 1));
        for (var scenario = 0; scenario < 3; scenario++)
            await UseOnce(target);

        (await UseOnce(target)).Should().Be("alice");
    }

    private static TargetSettings Settings(ReferenceServer server, Gateway gateway, int accounts) =>
        DrivenTarget.Settings(server, accounts: accounts) with { BaseUrl = gateway.BaseUrl };

    private static async Task<string> UseOnce(DrivenTarget target)
    {
        var scenario = target.Enter();
        try
        {
            var account = await target.Matrix.Accounts.Lease();
            account.CloseAtEnd(await account.TryLogIn());
            return account.User;
        }
        finally
        {
            await scenario.Finish(ended: null);
        }
    }

    private static async Task Lock(HttpContext context, RequestDelegate next, string user)
    {
        var body = await Gateway.BodyOf(context.Request);
        if (context.Request.Method == "POST" && context.Request.Path.Value!.EndsWith("/login", StringComparison.Ordinal)
            && body.Contains($"\"{user}\"", StringComparison.Ordinal))
        {
            context.Response.StatusCode = 403;
            await context.Response.WriteAsJsonAsync(new { errcode = "M_FORBIDDEN", error = "Locked" });
            return;
        }

        await next(context);
    }
}
