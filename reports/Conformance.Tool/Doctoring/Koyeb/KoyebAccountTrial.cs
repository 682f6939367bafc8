using System.Text.Json.Nodes;
using Conformance.Fixtures.Answers;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Record.Secrets;
using Conformance.Schemas.Endpoints;
using Conformance.Tool.Doctoring.Accounts;

namespace Conformance.Tool.Doctoring.Koyeb;

/// <summary>Logs an account in, once, sees what the server has for its token, logs it out, and sees that it is dead.</summary>
internal static class KoyebAccountTrial
{
    public static async Task<string?> LogInAndOut(Visit visit, AccountSettings account, string key)
    {
        var client = new KoyebClient(visit.Target);
        var password = visit.Target.Vault.Learn(SecretKind.Password, account.Password);
        var login = await client.LogIn(
            Call.Json(new { email = account.User, password = password.Label }), call => call with { Account = account.User });
        if (login is not { Status: >= 200 and < 300, Json: JsonObject })
        {
            TellRefusal(visit, login, account, key);
            return null;
        }

        if (login.Secret("/token/id") is { Shape.HeaderObstacle: null } token)
            await UseAndClose(visit, client, token, account, key);
        else
            await CloseStray(visit, client, login, account, key);

        return login.Text("/token/user_id");
    }

    private static void TellRefusal(Visit visit, Answer login, AccountSettings account, string key)
    {
        var (place, fix) = login.Status switch
        {
            401 or 403 => ($"{key}.password", $"correct the variable that it names, or {key}.email; or unlock the account"),
            400 => (key, "correct address and password; if they are right, the server asks for more than the contract has"),
            404 or 405 when AddressCheck.SurplusPath(visit.Settings.BaseUrl) is { } surplus =>
                ("baseUrl", $"remove {surplus} from it: the paths of the contract begin with /v1"),
            404 or 405 => ("pathPrefix", $"correct it: it stands before {KoyebEndpoints.Login.Path}, and is usually empty"),
            _ => (Diagnosis.Server, "fix it: this is the documented form of a login"),
        };
        visit.Obstruct(place, $"{account.User} is not let in: {KoyebEndpoints.Login} answered {Preflight.Summary(login)}", fix);
    }

    private static async Task UseAndClose(Visit visit, KoyebClient client, Secret token, AccountSettings account, string key)
    {
        try
        {
            if (key == "accounts[0]")
                await KoyebPreflight.SeeWhatIsServed(client, token);
        }
        catch (ControlFailedException e) when (e.Exchange is null)
        {
            visit.Obstruct("probe", e.Message, "name another one, or remove the key");
        }
        finally
        {
            if (await OpenedSession.Close(visit, key, $"a session of {account.User}", () => LogOut(client, token)))
                visit.Saw($"{account.User} was let in, and is logged out");
        }
    }

    private static async Task<string?> LogOut(KoyebClient client, Secret token)
    {
        var logout = await client.LogOut(token);
        return !logout.Is(answer => answer.HaveSuccessStatus()) ? $"{KoyebEndpoints.Logout} answered {Preflight.Summary(logout)}"
            : await client.HasEnded(token) ? null
            : $"its token is not refused after {KoyebEndpoints.Logout} answered {logout.Status}";
    }

    private static async Task CloseStray(Visit visit, KoyebClient client, Answer login, AccountSettings account, string key)
    {
        visit.Find(
            Diagnosis.Server,
            $"{KoyebEndpoints.Login} answered {Preflight.Summary(login)} to {account.User}, without a token.id that a header can carry",
            "fix it first: without a login a run judges little");
        await OpenedSession.Close(
            visit,
            key,
            account.User,
            async () => client.StrayIn(login) is { } stray && await stray.Close() ? null
                : "the answer to its login has no token to close it with");
    }
}
