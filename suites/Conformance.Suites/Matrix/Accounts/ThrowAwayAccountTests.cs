using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>What takes an account that can be thrown away: unusual passwords, first cross-signing keys, deactivation.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class ThrowAwayAccountTests(MatrixTarget target)
{
    // One letter, in the two forms in which Unicode can write it: NFC and NFD.
    private const string Composed = "\u00FC";
    private const string Decomposed = "u\u0308";

    private static readonly Softening Silent = Softening.OfEverything(
        "Deactivation removes all ability to log in again; no sentence says that tokens die (AMB-12).");

    [Test, Requirement("MTX-LOGIN-28")]
    public async Task Keeps_deactivated_users_out()
    {
        var throwAway = await target.Register();
        var bystander = await (await target.Accounts.Lease()).LiveSession();
        var phone = await throwAway.Account.LogIn();

        await throwAway.Deactivate(phone);

        (await throwAway.Account.TryLogInWith(throwAway.Account.PasswordLogin())).Promise(login => login.BeRefusedAsDeactivated());
        await bystander.AssumeAccepted();
    }

    [Test, Requirement("MTX-LOGIN-29")]
    public async Task Takes_no_cross_signing_key_as_a_device_id()
    {
        target.Needs(Capabilities.CrossSigning);
        var throwAway = await target.Register();
        var phone = await throwAway.Account.LogIn();
        await throwAway.Account.LogIn(deviceId: Convert.ToBase64String(ScenarioRun.Current.Data.Bytes(32)).TrimEnd('='));
        var keys = await phone.UploadCrossSigningKeys();

        foreach (var key in new[] { keys.Master, keys.SelfSigning, keys.UserSigning })
        {
            (await throwAway.Account.TryLogInWith(throwAway.Account.PasswordLogin().With("device_id", key))).Promise(
                login => login.HaveStatus(403).HaveText("/errcode", "M_FORBIDDEN"));
        }

        await throwAway.Account.LogIn();
    }

    [Test, Requirement("MTX-LOGIN-39")]
    public async Task Lets_in_by_a_password_beyond_ASCII()
    {
        var rest = $"bers3kr1t-{ScenarioRun.Current.Data.Id()}";
        var plain = await target.Register(target.LearnPassword("u" + rest));
        await plain.Account.LogIn();
        var throwAway = await target.Register(target.LearnPassword(Composed + rest));

        (await throwAway.Account.TryLogInWith(throwAway.Account.PasswordLogin())).Promise(login => login.HaveStatus(200));

        var decomposed = throwAway.Account.With(target.LearnPassword(Decomposed + rest));
        var answer = await decomposed.TryLogInWith(decomposed.PasswordLogin());
        target.Observe(
            "password in another normal form (NFD for NFC)", answer.Status == 200 ? "accepted" : $"refused with {answer.Status}");
    }

    [Test, Requirement("MTX-REFRESH-13")]
    public async Task Ends_the_refresh_token_of_a_deactivated_user()
    {
        target.Needs(Capabilities.RefreshTokens);
        var throwAway = await target.Register();
        var bystander = await (await target.Accounts.Lease()).LogIn(wantsRefreshToken: true);
        var phone = await throwAway.Account.LogIn(wantsRefreshToken: true);
        await phone.Refresh();
        await bystander.Refresh();

        await throwAway.Deactivate(phone);

        (await phone.TryRefresh()).Promise(refresh => refresh.BeEnded("/access_token"), Silent);
        await bystander.Refresh();
    }

    [Test, Requirement("MTX-REFRESH-21")]
    public async Task Issues_a_refresh_token_at_registration()
    {
        target.Needs(Capabilities.RefreshTokens);
        var throwAway = await target.Register(wantsSession: true, wantsRefreshToken: true);
        await throwAway.Account.LogIn(wantsRefreshToken: true);

        throwAway.Registration.PromiseFirst(registered => registered.HaveTextAt("/refresh_token"));

        (await throwAway.Session!.TryRefresh()).Promise(refresh => refresh.HaveStatus(200));
    }

    [Test, Requirement("MTX-REFRESH-21")]
    public async Task Issues_no_refresh_token_where_no_login_is_wanted()
    {
        target.Needs(Capabilities.RefreshTokens);
        var throwAway = await target.Register(wantsSession: false, wantsRefreshToken: true);
        await throwAway.Account.LogIn(wantsRefreshToken: true);

        throwAway.Registration.Promise(registered => registered.NotHaveMember("refresh_token").NotHaveMember("expires_in_ms"));
    }
}
