using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.Identifiers;

namespace Conformance.Schemas.ExchangeChecks.Matrix;

/// <summary>How answers name users and devices, section 3.18 of the catalogue.</summary>
internal static class IdentifierChecks
{
    private const string HistoricalAccount =
        "The account was not made by this suite, so that it may be one of the times when the grammar of localparts was wider.";

    private static readonly string Registration = MatrixEndpoints.Register.ToString();

    private static readonly string[] NameTheCaller = [MatrixEndpoints.Login.ToString(), Registration, MatrixEndpoints.WhoAmI.ToString()];

    public static IReadOnlyList<ExchangeCheck> All { get; } =
    [
        new("MTX-ID-01", "grammar of user ids", view => UserIdIn(view) is not null, FollowsGrammar)
        {
            Endpoints = NameTheCaller,
            Softened = view => view.Exchange.Endpoint != Registration && UserId.IsHistorical(UserIdIn(view)!) ? HistoricalAccount : null,
        },
        new("MTX-ID-02", "grammar of server names", view => ServerNameIn(view) is not null, NamesServer) { Endpoints = NameTheCaller },
        new("MTX-ID-04", "device id that is not empty", view => DeviceIdIn(view) is not null && !AsksForEmptyDeviceId(view), HasDeviceId)
        {
            Endpoints = NameTheCaller,
        },
    ];

    private static IEnumerable<Mismatch> FollowsGrammar(ExchangeView view) =>
        UserIdIn(view) is { } userId && UserId.Problem(userId) is { } problem
            ? [new Mismatch("body", $"a user id without {problem}", ExchangeView.Excerpt(userId)) { Pointer = "/user_id" }]
            : [];

    private static IEnumerable<Mismatch> NamesServer(ExchangeView view) =>
        ServerNameIn(view) is { } name && ServerName.Problem(name) is not null
            ? [new Mismatch("body", "a server name after the first colon", ExchangeView.Excerpt(name)) { Pointer = "/user_id" }]
            : [];

    private static IEnumerable<Mismatch> HasDeviceId(ExchangeView view) =>
        DeviceIdIn(view) is "" ? [new Mismatch("body", "a device id that is not empty", "empty") { Pointer = "/device_id" }] : [];

    // Whether a server takes it, makes another one up or refuses it is open (AMB-15).
    private static bool AsksForEmptyDeviceId(ExchangeView view) =>
        view.RequestJson is JsonObject request && JsonTypes.IsText(request["device_id"]) && request["device_id"]!.ToString().Length == 0;

    private static string? ServerNameIn(ExchangeView view) => UserIdIn(view) is { } userId ? UserId.Read(userId)?.Server : null;

    private static string? UserIdIn(ExchangeView view) => TextIn(view, "user_id");

    private static string? DeviceIdIn(ExchangeView view) => TextIn(view, "device_id");

    // What is no text at all is judged with the shape of the answer.
    private static string? TextIn(ExchangeView view, string member) =>
        view.Status == 200 && JsonTypes.IsText(view.Member(member)) ? view.Member(member)!.ToString() : null;
}
