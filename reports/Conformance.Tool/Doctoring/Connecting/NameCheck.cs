using System.Net;
using System.Net.Sockets;

namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>Does this machine know the host of the base URL?</summary>
internal sealed class NameCheck : ICheck
{
    private const int MostShown = 4;

    public string Subject => "DNS";

    public async Task Look(Visit visit)
    {
        var url = new Uri(visit.Settings.BaseUrl);
        // Behind a proxy, names are the proxy's business; numbers are nobody's.
        if (visit.Settings.Proxy is not null || url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
            return;

        var timeout = visit.Settings.Tolerances.RequestTimeout;
        using var bound = visit.Bound();
        try
        {
            // The resolver of the machine looks at no token.
            var addresses = await Dns.GetHostAddressesAsync(url.IdnHost, bound.Token).WaitAsync(bound.Token);
            visit.Saw($"{url.IdnHost} is {string.Join(", ", addresses.Take(MostShown).Select(address => $"{address}"))}");
        }
        catch (OperationCanceledException)
        {
            Tell(visit, $"the host {url.IdnHost} was not looked up within {timeout.TotalSeconds:0.#} s");
        }
        catch (SocketException e)
        {
            Tell(visit, $"the host {url.IdnHost} is not known to this machine: {e.Message}");
        }
    }

    private static void Tell(Visit visit, string problem) =>
        visit.Obstruct("baseUrl", problem, "correct the host, or name the proxy that knows it as \"proxy\"");
}
