using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>What the contract leaves open about methods, paths and caching, as this server does it.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class HttpObservationTests(MatrixTarget target)
{
    [TestCase("GET", "/login"), TestCase("GET", "/account/whoami"), TestCase("GET", "/devices"), TestCase("POST", "/logout")]
    [Requirement("MTX-HTTP-07")]
    public async Task Does_something_on_HEAD(string documented, string path)
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();
        await phone.AssumeAccepted();

        var answer = await phone.Client.CallWith("HEAD", MatrixEndpoints.Match(documented, path)!, phone.AccessToken);

        target.Observe($"HEAD {path}", $"{answer.Status}, {await FateOf(phone)}");
    }

    [TestCase("/login/"), TestCase("//login"), TestCase("/%6Cogin"), TestCase("/LOGIN")]
    [Requirement("MTX-HTTP-08")]
    public async Task Does_something_with_a_misspelt_path(string path)
    {
        var answer = await target.Client.CallMisspelt("GET", path);

        target.Observe($"GET {path}", answer.InShort());
    }

    [TestCase("/logout/"), TestCase("//logout"), TestCase("/logout/ALL"), TestCase("/logout%2Fall")]
    [Requirement("MTX-HTTP-08")]
    public async Task Does_something_with_a_misspelt_logout(string path)
    {
        var account = await target.LeaseToEndAllSessions();
        var phone = await account.LogIn();
        await phone.AssumeAccepted();

        var answer = await phone.Client.CallMisspelt("POST", path, phone.AccessToken);

        target.Observe($"POST {path}", $"{answer.InShort()}, {await FateOf(phone)}");
    }

    [Test, Requirement("MTX-HTTP-09")]
    public async Task Says_something_about_caching_a_login()
    {
        var account = await target.Accounts.Lease();

        var answer = await account.TryLogIn();
        account.Open(answer);

        target.Observe("Cache-Control of a login", answer.Tell("Cache-Control"));
    }

    [Test, Requirement("MTX-HTTP-09")]
    public async Task Says_something_about_caching_a_refresh()
    {
        target.Needs(Capabilities.RefreshTokens);
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn(wantsRefreshToken: true);

        var answer = await phone.TryRefresh();

        answer.Assume(refreshed => refreshed.HaveStatus(200));
        target.Observe("Cache-Control of a refresh", answer.Tell("Cache-Control"));
    }

    private static async Task<string> FateOf(MatrixSession session) =>
        (await session.WhoAmI()).Status switch
        {
            200 => "session kept",
            401 => "session ended",
            var status => $"whoami answers {status}",
        };
}
