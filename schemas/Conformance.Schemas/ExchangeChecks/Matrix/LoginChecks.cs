using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>What the answer to a login must be, whatever the server knows about its users.</summary>
internal static partial class LoginChecks
{
    private static readonly (string Name, JsonValueKind[] Kinds)[] Types =
    [
        ("type", [JsonValueKind.String]),
        ("identifier", [JsonValueKind.Object]),
        ("device_id", [JsonValueKind.String]),
        ("initial_device_display_name", [JsonValueKind.String]),
        ("refresh_token", [JsonValueKind.True, JsonValueKind.False]),
    ];

    // Other login types need not look at them.
    private static readonly (string Name, string LoginType)[] Secrets = [("password", "m.login.password"), ("token", "m.login.token")];

    /// <summary>What these checks and those of the answer's members say something of.</summary>
    internal static IReadOnlyList<string> Login { get; } = [MatrixEndpoints.Login.ToString()];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-LOGIN-19", "unknown phone number", NamesPhoneNumber, AcceptsOrForbids) { Endpoints = Login },
        new("MTX-LOGIN-27", "ill-typed members refused", view => IsJudged(view) && HasIllTypedMember(view), RefusesAsBadRequest)
        {
            Endpoints = Login,
        },
    ];

    internal static bool IsJudged(ExchangeView view) => view.Status != 429 && !view.MayComeFromGateway;

    // 404 is the answer of a server without this API (MTX-FLOW-06).
    private static bool NamesPhoneNumber(ExchangeView view) =>
        IsJudged(view)
        && view.Status != 404
        && TextOf(view, "type") == "m.login.password"
        && TextOf(view, "password") is not null
        && !HasIllTypedMember(view)
        && (view.RequestJson as JsonObject)?["identifier"] is JsonObject identifier
        && IsPhoneNumber(identifier);

    private static bool IsPhoneNumber(JsonObject identifier) =>
        identifier["type"]?.ToString() == "m.id.phone"
        && JsonTypes.IsText(identifier["country"]) && Country().IsMatch(identifier["country"]!.ToString())
        && JsonTypes.IsText(identifier["phone"]) && Phone().IsMatch(identifier["phone"]!.ToString());

    private static IEnumerable<Mismatch> AcceptsOrForbids(ExchangeView view) =>
        view.Status is 200 or 403 ? [] : [new Mismatch("status", "200 for a known number, 403 for an unknown one", $"{view.Status}")];

    // A null is open: it may count as absent.
    private static bool HasIllTypedMember(ExchangeView view) =>
        view.RequestJson is JsonObject request
        && (Types.Any(member => request[member.Name] is { } value && !member.Kinds.Contains(value.GetValueKind()))
            || Secrets.Any(
                secret => TextOf(view, "type") == secret.LoginType && request[secret.Name] is { } value && !JsonTypes.IsText(value)));

    private static IEnumerable<Mismatch> RefusesAsBadRequest(ExchangeView view) =>
        view.Status is >= 400 and < 500 ? [] : [new Mismatch("status", "4xx for a member of the wrong type", $"{view.Status}")];

    private static string? TextOf(ExchangeView view, string name) =>
        (view.RequestJson as JsonObject)?[name] is var value && JsonTypes.IsText(value) ? value!.ToString() : null;

    // ISO 3166-1 alpha-2
    [GeneratedRegex(@"^[A-Z]{2}\z")]
    private static partial Regex Country();

    // Anything else may be refused as no number at all.
    [GeneratedRegex(@"^\+?[0-9](?:[ ().-]*[0-9]){4,14}\z")]
    private static partial Regex Phone();
}
