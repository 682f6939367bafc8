using System.Net.Sockets;

namespace Conformance.Tool.Doctoring.Connecting;

/// <summary>Tries whether anybody listens at a place, and sends nothing.</summary>
internal static class Connection
{
    /// <summary>Why there is no connection; null if there is one.</summary>
    /// <param name="place">Host and port.</param>
    /// <param name="visit">The visit, whose request timeout bounds it.</param>
    public static async Task<string?> ProblemWith(Uri place, Visit visit)
    {
        var timeout = visit.Settings.Tolerances.RequestTimeout;
        using var bound = visit.Bound();
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(place.IdnHost, place.Port, bound.Token);
            return null;
        }
        catch (OperationCanceledException)
        {
            return $"no connection to {place.IdnHost}:{place.Port} within {timeout.TotalSeconds:0.#} s; a firewall may drop it";
        }
        catch (SocketException e)
        {
            return $"no connection to {place.IdnHost}:{place.Port}: {e.Message}";
        }
    }
}
