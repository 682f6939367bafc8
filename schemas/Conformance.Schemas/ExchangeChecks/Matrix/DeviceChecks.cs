using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>Device objects, section 3.12 of the catalogue.</summary>
internal static class DeviceChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-DEV-03", "unset members of devices", view => view.Status == 200, TextsOrAbsent)
        {
            Endpoints = [MatrixEndpoints.Devices.ToString(), MatrixEndpoints.Device.ToString()],
        },
    ];

    private static IEnumerable<Mismatch> TextsOrAbsent(ExchangeView view) =>
        JsonWalk.Places(view.Json).SelectMany(place => place switch
        {
            { Value: null } => [new Mismatch("body", "absent when unset", "null") { Pointer = place.Pointer }],
            { Name: "display_name" } when !JsonTypes.IsText(place.Value) => [NotText(place)],
            _ => Array.Empty<Mismatch>(),
        });

    private static Mismatch NotText(JsonPlace place) =>
        new("body", "a string", ExchangeView.Excerpt(place.Value!.ToJsonString())) { Pointer = place.Pointer };
}
