using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>What the answer to the registration of a guest must be, section 3.17 of the catalogue.</summary>
internal static partial class GuestChecks
{
    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-GUEST-01", "guest access on or off", IsGuestRegistration, AcceptsOrForbids)
        {
            Endpoints = [MatrixEndpoints.Register.ToString()],
        },
    ];

    // Without the endpoint there are no guests; a broken body has a row of its own (MTX-ERR-05).
    private static bool IsGuestRegistration(ExchangeView view) =>
        KindIsGuest().IsMatch(view.Request.Url)
        && view.RequestJson is JsonObject
        && view.Status is not (404 or 405 or 429)
        && !view.MayComeFromGateway;

    private static IEnumerable<Mismatch> AcceptsOrForbids(ExchangeView view)
    {
        if (view.Status is not (200 or 403))
            yield return new Mismatch("status", "200, or 403 where guests are not allowed", $"{view.Status}");
        if (view.Status == 403 && view.Member("errcode")?.ToString() is var errcode && errcode != "M_FORBIDDEN")
            yield return new Mismatch("body", "\"M_FORBIDDEN\"", ExchangeView.Excerpt(errcode)) { Pointer = "/errcode" };
    }

    [GeneratedRegex(@"[?&]kind=guest(?:&|\z)")]
    private static partial Regex KindIsGuest();
}
