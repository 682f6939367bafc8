using Conformance.Fixtures.Answers;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Fixtures.Waiting;
using Conformance.Record.Secrets;
using Conformance.Schemas.Endpoints;
using Conformance.Tool.Doctoring.Accounts;

namespace Conformance.Tool.Doctoring.Matrix;

/// <summary>Logs an account in, once, sees whether its token is accepted, logs it out, and sees that it is not any more.</summary>
internal static class MatrixAccountTrial
{
    public static async Task<string?> LogInAndOut(Visit visit, AccountSettings account, string key)
    {
        var client = new MatrixClient(visit.Target);
        if (await LogIn(visit, client, account, key) is not { } login)
            return null;

        if (login.Status != 200)
        {
            RefusedLogin.Tell(visit, login, account, key);
            return null;
        }

        if (login.Secret("/access_token") is { Shape.HeaderObstacle: null } token)
            await UseAndClose(visit, client, login, token, account, key);
        else
            await CloseStray(visit, client, login, account, key);

        return login.Text("/user_id");
    }

    // A second login of an account that was refused might lock it: what a refusal is about is told, and not tried.
    private static async Task<Answer?> LogIn(Visit visit, MatrixClient client, AccountSettings account, string key)
    {
        var body = LoginBodies.OfPassword(account.User, visit.Target.Vault.Learn(SecretKind.Password, account.Password));
        var asksForRefreshToken = !visit.Settings.Capabilities.TryGetValue(Capabilities.RefreshTokens, out var declared) || declared;
        try
        {
            var login = await client.LogIn(asksForRefreshToken ? body.With("refresh_token", true) : body, account: account.User);
            if (asksForRefreshToken && login.Status == 200)
                SeeRefreshToken(visit.Target.Discovered, login.Secret("/refresh_token") is not null);

            return login;
        }
        catch (NotApplicableException)
        {
            visit.Find(
                "limits.sessionsPerUser",
                $"{account.User} ({key}) has as many sessions as the server allows",
                "close its sessions, or set this to how many the server allows");
            return null;
        }
    }

    // Of several accounts one that has it is enough, as in a run.
    private static void SeeRefreshToken(TargetCapabilities discovered, bool isIssued)
    {
        if (isIssued || discovered.States.Single(state => state.Name == Capabilities.RefreshTokens).Seen is null)
        {
            discovered.Saw(
                Capabilities.RefreshTokens, isIssued, $"POST /login, asked for a refresh token, issued {(isIssued ? "one" : "none")}");
        }
    }

    private static async Task UseAndClose(
        Visit visit, MatrixClient client, Answer login, Secret token, AccountSettings account, string key)
    {
        Answer? accepted = null;
        bool isClosed;
        try
        {
            accepted = await client.WhoAmI(token);
        }
        finally
        {
            isClosed = await OpenedSession.Close(
                visit, key, $"{account.User} on device {login.Text("/device_id")}", () => LogOut(visit, client, token));
        }

        if (accepted.Status != 200)
            RefusedLogin.TellUnusable(visit, accepted, account, key);
        else if (isClosed)
            visit.Saw($"{account.User} was let in as {login.Text("/user_id")}, and is logged out");
    }

    private static async Task<string?> LogOut(Visit visit, MatrixClient client, Secret token)
    {
        var logout = await client.LogOut(token);
        if (logout.Status != 200)
            return $"POST /logout answered {Preflight.Summary(logout)}";

        var (answer, refused) = await Polling.Until(
            visit.Settings.Tolerances.Revocation, () => client.WhoAmI(token), answer => answer.Status is 401 or 403, visit.Target.Time);
        return refused is null ? $"after its logout, GET /account/whoami answered {Preflight.Summary(answer)}" : null;
    }

    private static async Task CloseStray(Visit visit, MatrixClient client, Answer login, AccountSettings account, string key)
    {
        visit.Find(
            Diagnosis.Server,
            $"POST /login answered {Preflight.Summary(login)} to {account.User}, without an access_token that a header can carry",
            "fix it first: without a login a run judges little");
        await OpenedSession.Close(
            visit,
            key,
            account.User,
            async () => client.StrayIn(login) is { } stray && await stray.Close() ? null
                : "the answer to its login has no token to close it with");
    }
}
