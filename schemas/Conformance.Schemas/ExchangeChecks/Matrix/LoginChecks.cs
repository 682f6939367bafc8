using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>What the answer to a login or guest registration must be, whatever the server knows about its users.</summary>
internal static class LoginChecks
{
    private static readonly (string Name, JsonValueKind[] Kinds)[] Types =
    [
        ("type", [JsonValueKind.String]),
        ("identifier", [JsonValueKind.Object]),
        ("password", [JsonValueKind.String]),
        ("token", [JsonValueKind.String]),
        ("device_id", [JsonValueKind.String]),
        ("initial_device_display_name", [JsonValueKind.String]),
        ("refresh_token", [JsonValueKind.True, JsonValueKind.False]),
    ];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-LOGIN-19", "unknown phone number", NamesPhoneNumber, AcceptsOrForbids),
        new("MTX-LOGIN-27", "ill-typed members refused", HasIllTypedMember, RefusesAsBadRequest),
        new("MTX-GUEST-01", "guest access on or off", IsGuestRegistration, AcceptsOrForbidsGuest),
    ];

    private static bool IsLogin(ExchangeView view) => view.Exchange.Endpoint == MatrixEndpoints.Login.ToString() && view.Status != 429;

    private static bool NamesPhoneNumber(ExchangeView view) =>
        IsLogin(view)
        && (view.RequestJson as JsonObject)?["identifier"] is JsonObject identifier
        && identifier["type"]?.ToString() == "m.id.phone"
        && identifier["country"]?.GetValueKind() == JsonValueKind.String
        && identifier["phone"]?.GetValueKind() == JsonValueKind.String;

    private static IEnumerable<Mismatch> AcceptsOrForbids(ExchangeView view) =>
        view.Status is 200 or 403 ? [] : [new Mismatch("status", "200 for a known number, 403 for an unknown one", $"{view.Status}")];

    private static bool HasIllTypedMember(ExchangeView view) =>
        IsLogin(view)
        && view.RequestJson is JsonObject request
        && Types.Any(member => request[member.Name] is { } value && !member.Kinds.Contains(value.GetValueKind()));

    private static IEnumerable<Mismatch> RefusesAsBadRequest(ExchangeView view) =>
        view.Status is >= 400 and < 500 ? [] : [new Mismatch("status", "4xx for a member of the wrong type", $"{view.Status}")];

    private static bool IsGuestRegistration(ExchangeView view) =>
        view.Exchange.Endpoint == MatrixEndpoints.Register.ToString()
        && view.Request.Url.Contains("kind=guest", StringComparison.Ordinal)
        && view.Status is not (404 or 405 or 429);

    private static IEnumerable<Mismatch> AcceptsOrForbidsGuest(ExchangeView view)
    {
        if (view.Status is not (200 or 403))
        {
            yield return new Mismatch("status", "200, or 403 where guests are not allowed", $"{view.Status}");
        }

        if (view.Status == 403 && view.Member("errcode")?.ToString() is var errcode && errcode != "M_FORBIDDEN")
        {
            yield return new Mismatch("body", "\"M_FORBIDDEN\"", ExchangeView.Excerpt(errcode)) { Pointer = "/errcode" };
        }
    }
}
