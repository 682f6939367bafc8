namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>Is there a proxy, if the target file names one?</summary>
internal sealed class ProxyCheck : ICheck
{
    public string Subject => "proxy";

    public async Task Look(Visit visit)
    {
        if (visit.Settings.Proxy is not { } proxy)
        {
            visit.Saw("none, whatever HTTP_PROXY says");
            return;
        }

        if (await Connection.ProblemWith(new Uri(proxy), visit) is { } problem)
            visit.Obstruct("proxy", problem, "start the proxy, name one that runs, or remove the key");
        else
            visit.Saw($"{proxy} takes connections");
    }
}
