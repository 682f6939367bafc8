using Conformance.Fixtures.Answers;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Schemas.Endpoints;

namespace Conformance.Tool.Doctoring.Matrix;

/// <summary>What the refusal of a login is about, and what to change.</summary>
internal static class RefusedLogin
{
    public static void Tell(Visit visit, Answer login, AccountSettings account, string key)
    {
        var problem = $"{account.User} is not let in: POST /login answered {Preflight.Summary(login)}";
        var (place, fix) = (login.Status, login.Text("/errcode")) switch
        {
            (_, "M_USER_DEACTIVATED") => (key, "name another account: this one is deactivated"),
            (_, "M_USER_LOCKED") => (key, "unlock it, or name another account"),
            (_, "M_USER_SUSPENDED") => (key, "lift the suspension, or name another account"),
            (401 or 403, _) => ($"{key}.password", $"correct the variable that it names, or {key}.user"),
            (404 or 405, _) => ("pathPrefix", "set it to where POST /login is served"),
            (400, _) => ($"capabilities.{Capabilities.RefreshTokens}", "set it to false if the server takes no wish for a refresh token"),
            _ => (Diagnosis.Server, "fix it: these are the right path and the documented form"),
        };
        visit.Obstruct(place, problem, fix);
    }

    /// <summary>The login was answered with a token that is good for nothing.</summary>
    public static void TellUnusable(Visit visit, Answer refusal, AccountSettings account, string key) => visit.Obstruct(
        key,
        $"{account.User} is let in, but its token is not accepted: GET /account/whoami answered {Preflight.Summary(refusal)}",
        refusal.Text("/errcode") is "M_USER_LOCKED" ? "unlock it, or name another account" : "name another account, or fix the server");
}
