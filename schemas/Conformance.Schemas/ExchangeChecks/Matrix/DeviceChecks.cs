using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>Device objects, section 3.12 of the catalogue.</summary>
internal static class DeviceChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-DEV-03", "no nulls in devices", ShowsDevices, NoNulls),
    ];

    private static bool ShowsDevices(ExchangeView view) =>
        view.Status == 200
        && (view.Exchange.Endpoint == MatrixEndpoints.Devices.ToString() || view.Exchange.Endpoint == MatrixEndpoints.Device.ToString());

    private static IEnumerable<Mismatch> NoNulls(ExchangeView view) =>
        JsonWalk.Places(view.Json).Where(place => place.Value is null)
            .Select(place => new Mismatch("body", "absent when unset", "null") { Pointer = place.Pointer });
}
