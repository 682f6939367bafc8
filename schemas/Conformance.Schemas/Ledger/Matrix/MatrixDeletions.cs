using System.Text.Json.Nodes;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks;

namespace Conformance.Schemas.Ledger.Matrix;

/// <summary>What the deletion of devices ends for certain: what is on those that it names and that are the caller's.</summary>
internal static class MatrixDeletions
{
    /// <summary>DELETE /devices/{deviceId}.</summary>
    public static string One { get; } = MatrixEndpoints.DeleteDevice.ToString();

    /// <summary>POST /delete_devices.</summary>
    public static string Several { get; } = MatrixEndpoints.DeleteDevices.ToString();

    /// <summary>None where it did not succeed, or does not say whose devices it is about.</summary>
    public static IEnumerable<Ending> Of(ExchangeView view, Credentials credentials)
    {
        var isDone = view.Exchange.Response is { Status: 200 } && view.Json is JsonObject;
        return isDone && credentials.Presented is { } token && DevicesIn(view) is { Count: > 0 } devices
            ? [new Ending(Reach.Devices, token, IsCertain: true) { Devices = devices }]
            : [];
    }

    private static IReadOnlyList<string> DevicesIn(ExchangeView view) => view.Exchange.Endpoint switch
    {
        var call when call == One => [Uri.UnescapeDataString(view.Path[(view.Path.LastIndexOf('/') + 1)..])],
        var call when call == Several && (view.RequestJson as JsonObject)?["devices"] is JsonArray list =>
            [.. list.Select(Text).OfType<string>()],
        _ => [],
    };

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
