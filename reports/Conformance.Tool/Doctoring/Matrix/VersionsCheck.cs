using System.Text.Json.Nodes;
using Conformance.Fixtures.Answers;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.Discovery;
using Conformance.Fixtures.Runs;
using Conformance.Schemas.Editions;

namespace Conformance.Tool.Doctoring.Matrix;

/// <summary>Is it a homeserver that answers below the base URL, and which versions does it claim?</summary>
internal sealed class VersionsCheck : ICheck
{
    private const string Path = "/_matrix/client/versions";

    public string Subject => "versions";

    public async Task Look(Visit visit)
    {
        var client = new MatrixClient(visit.Target);
        var answer = await client.Versions();
        if (answer is { Status: 200 } && answer.At("/versions") is JsonArray versions)
            LookAt(visit, [.. versions.Select(version => version?.ToString() ?? "")]);
        else if (answer is { Status: 200 or 401 or 403, Json: not null } && LoginFlows.Flows(await client.LoginFlows()).Any())
            TellUnknown(visit, $"GET {Path} answered {Preflight.Summary(answer)}, and no list of versions");
        else
            await TellElsewhere(visit, client, answer);
    }

    private static void LookAt(Visit visit, IReadOnlyCollection<string> claimed)
    {
        visit.Target.Editions = claimed;
        var known = claimed.Where(version => Edition.Find(version) is not null).OrderBy(version => Edition.Find(version)!.Value).ToList();
        if (known.Count == 0)
            TellUnknown(visit, $"GET {Path} lists no version of the specification");
        else
            visit.Saw(known.Count == 1 ? known[0] : $"{known.Count}, from {known[0]} to {known[^1]}");
    }

    private static void TellUnknown(Visit visit, string problem) => visit.Find(
        Diagnosis.Server, problem, "have it list the versions that it implements, such as v1.11; without them it is held to all of them");

    private static async Task TellElsewhere(Visit visit, MatrixClient client, Answer answer)
    {
        var path = new Uri(visit.Settings.BaseUrl).AbsolutePath;
        var fix = path.IndexOf("/_matrix", StringComparison.Ordinal) is var start and >= 0
            ? $"remove {path[start..]} from it: what is between it and the paths of the contract is pathPrefix"
            : await ServerElsewhere.In(client, answer) is { } elsewhere ? $"give {elsewhere}"
            : $"give the URL that {Path} follows";
        visit.Obstruct("baseUrl", $"there is no homeserver: GET {path.TrimEnd('/')}{Path} answered {Preflight.Summary(answer)}", fix);
    }
}
