using Conformance.Fixtures.Answers;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.Discovery;
using Conformance.Fixtures.Runs;

namespace Conformance.Tool.Doctoring.Matrix;

/// <summary>Is GET /login under the path prefix, and does it offer the password?</summary>
internal sealed class LoginFlowsCheck : ICheck
{
    private static readonly string[] Usual = [PathPrefixes.V3, PathPrefixes.R0];

    public string Subject => "login flows";

    public async Task Look(Visit visit)
    {
        var client = new MatrixClient(visit.Target);
        var answer = await client.LoginFlows();
        if (!Has(answer))
        {
            await TellElsewhere(visit, client, answer);
            return;
        }

        var types = string.Join(", ", LoginFlows.Flows(answer).Select(flow => flow.Type));
        if (answer.Offers(LoginTypes.Password))
            visit.Saw($"{types} under {client.Prefix}");
        else
            TellNoPassword(visit, types);
    }

    private static bool Has(Answer answer) => answer.Status == 200 && LoginFlows.Flows(answer).Any();

    private static void TellNoPassword(Visit visit, string types) => visit.Obstruct(
        Diagnosis.Server,
        $"it does not offer {LoginTypes.Password}, by which the suite logs in, but {types}",
        "switch logins by password on, for the accounts of the suite at least");

    private static async Task TellElsewhere(Visit visit, MatrixClient client, Answer answer)
    {
        var problem = $"GET {client.Prefix}/login answered {Preflight.Summary(answer)}, not ways to log in";
        foreach (var prefix in Usual.Where(usual => usual != client.Prefix))
        {
            if (Has(await new MatrixClient(visit.Target, prefix).LoginFlows()))
            {
                visit.Obstruct("pathPrefix", problem, $"set it to {prefix}, where they are");
                return;
            }
        }

        visit.Obstruct("pathPrefix", problem, $"set it to what stands before /login; it is usually {PathPrefixes.V3}");
    }
}
