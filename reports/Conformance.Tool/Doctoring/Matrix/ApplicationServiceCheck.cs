using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Runs;
using Conformance.Record.Secrets;

namespace Conformance.Tool.Doctoring.Matrix;

/// <summary>Is the token of the application service known, and the user its own?</summary>
internal sealed class ApplicationServiceCheck : ICheck
{
    public string Subject => "application service";

    public async Task Look(Visit visit)
    {
        if (visit.Settings.ApplicationService is not { } service)
            return;

        var token = visit.Target.Vault.Learn(SecretKind.AccessToken, service.Token);
        var answer = await new MatrixClient(visit.Target).WhoAmIAs(token, new KeyValuePair<string, string>("user_id", service.User));
        if (answer.Status == 200)
        {
            visit.Saw($"stands for {service.User}");
            return;
        }

        visit.Find(
            answer.Status == 401 ? "applicationService.token" : "applicationService.user",
            $"GET /account/whoami for {service.User} answered {Preflight.Summary(answer)}",
            answer.Status == 401
                ? "correct the variable that it names: it is the as_token of the registration"
                : "name a registered user in its namespace, by full user id");
    }
}
