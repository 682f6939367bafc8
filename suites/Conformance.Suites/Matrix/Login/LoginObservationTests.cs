using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>What the contract leaves open about POST /login, as this server does it.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LoginObservationTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGIN-14")]
    public async Task Tells_a_wrong_password_from_an_unknown_user_or_does_not()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();
        var (known, unknown) = (new List<Answer>(), new List<Answer>());

        for (var attempt = 0; attempt < 3; attempt++)
        {
            var wrong = account.LoginWithWrongPassword();
            var stranger = account.PasswordLogin(target.UnknownUser()).With("password", target.WrongPassword().Label);
            // In turns, so that being the first is no difference between them.
            if (attempt % 2 == 0)
                known.Add(await account.TryLogInWith(wrong));

            unknown.Add(await account.TryLogInWith(stranger));
            if (attempt % 2 == 1)
                known.Add(await account.TryLogInWith(wrong));
        }

        var comparison = new RefusalComparison(known, unknown);
        target.Observe("wrong password and unknown user differ in", comparison.Differences);
        target.Observe("time of a wrong password and of an unknown user", comparison.Timing);
    }

    [Test, Requirement("MTX-LOGIN-22")]
    public async Task Prefers_one_of_the_identifier_and_the_deprecated_member_for_the_user()
    {
        var (identified, deprecated) = await target.Accounts.LeaseTwo();
        var (one, other) = (await identified.LiveSession(), await deprecated.LiveSession());

        var byIdentifier = await identified.TryLogInWith(identified.PasswordLogin().With("user", deprecated.User));
        var byUser = await deprecated.TryLogInWith(deprecated.PasswordLogin(identified.User).With("user", deprecated.User));

        target.Observe("identifier and user name different users", (byIdentifier.Text("/user_id") ?? byUser.Text("/user_id")) switch
        {
            var winner when winner == one.UserId => "identifier wins",
            var winner when winner == other.UserId => "user wins",
            _ => $"refused with {byIdentifier.InShort()}",
        });
    }

    [Test, Requirement("MTX-LOGIN-30")]
    public async Task Issues_a_refresh_token_where_one_is_asked_for_or_does_not()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var login = await account.TryLogInWith(account.PasswordLogin().With("refresh_token", true));

        login.Promise(answer => answer.BeSuccessOf(MatrixEndpoints.Login).NotHaveValue("/expires_in_ms", "0"));
        target.Observe("refresh token where one is asked for", login.Secret("/refresh_token") is null ? "none" : "issued");
        target.Observe("lifetime of its access token in milliseconds", login.At("/expires_in_ms")?.ToJsonString() ?? "not told");
    }

    [Test, Requirement("MTX-LOGIN-31")]
    public async Task Issues_no_refresh_token_where_none_is_asked_for_or_does()
    {
        var account = await target.Accounts.Lease();

        var login = await account.TryLogInWith(account.PasswordLogin());

        login.Assume(answer => answer.BeLogin());
        target.Observe("refresh token where none is asked for", login.Secret("/refresh_token") is null ? "none" : "issued");
    }

    [Test, Requirement("MTX-LOGIN-40")]
    public async Task Ignores_an_unknown_member_or_does_not()
    {
        var account = await target.Accounts.Lease();
        await account.LiveSession();

        var login = await account.TryLogInWith(account.PasswordLogin().With("org.example.conformance", 1));

        target.Observe("unknown member of a login", login.Status == 200 ? "ignored" : login.InShort());
    }

    [Test, Requirement("MTX-LOGIN-45")]
    public async Task Serves_a_login_page_or_does_not()
    {
        var account = await target.Accounts.Lease();

        var page = await account.Client.LoginPage();

        target.Observe("page for clients that know no way to log in", $"{page.Status} {page.Header("Content-Type")}".TrimEnd());
    }
}
