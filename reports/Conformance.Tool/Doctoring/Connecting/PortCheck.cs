namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>Does anybody listen there?</summary>
internal sealed class PortCheck : ICheck
{
    public string Subject => "connection";

    public async Task Look(Visit visit)
    {
        // Through a proxy, the first request tells.
        if (visit.Settings.Proxy is not null)
            return;

        var url = new Uri(visit.Settings.BaseUrl);
        if (await Connection.ProblemWith(url, visit) is { } problem)
            visit.Obstruct("baseUrl", problem, "start the server, or give the host and port that it listens on");
        else
            visit.Saw($"{url.IdnHost}:{url.Port} takes connections");
    }
}
