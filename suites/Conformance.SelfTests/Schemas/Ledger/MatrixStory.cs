using Conformance.Record.Exchanges;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.Ledger.Matrix;

namespace Conformance.SelfTests.Schemas.Ledger;

/// <summary>What happens between a suite and a homeserver, in words.</summary>
public static class MatrixStory
{
    public const string Alice = "@alice:hs";
    public const string Bob = "@bob:hs";

    public static Story Begin(TimeSpan tolerance = default, bool inCompany = false, int from = 1) =>
        new(MatrixSessionContract.Instance, "/_matrix/client/v3") { Tolerance = tolerance, InCompany = inCompany, From = from };

    /// <summary>Begins with Alice on two devices, of which A has the token 1 and B the token 2.</summary>
    public static Story Alices() => Begin().LogsIn(Alice, "A", 1).LogsIn(Alice, "B", 2);

    public static string Access(int number) => $"<access-token#{number}>";

    public static string Refresh(int number) => $"<refresh-token#{number}>";

    /// <summary>Logs in; access token and refresh token have the same number.</summary>
    public static Story LogsIn(this Story story, string? user, string? device, int number, long? expiresInMs = null) => story.Call(
        MatrixEndpoints.Login, null, 200, new
        {
            user_id = user,
            device_id = device,
            access_token = Access(number),
            refresh_token = Refresh(number),
            expires_in_ms = expiresInMs,
        });

    /// <summary>The last login asked for another device than it got.</summary>
    public static Story Asking(this Story story, string device) =>
        story.But(exchange => exchange with { Request = exchange.Request with { Body = $$"""{"device_id":"{{device}}"}""" } });

    public static Story Accepts(this Story story, int number) => story.Call(MatrixEndpoints.WhoAmI, Access(number), 200, new { });

    public static Story Tells(this Story story, int number, string user, string? device) =>
        story.Call(MatrixEndpoints.WhoAmI, Access(number), 200, new { user_id = user, device_id = device });

    public static Story Refuses(this Story story, int number, bool softly = false) =>
        story.Call(MatrixEndpoints.WhoAmI, Access(number), 401, new { errcode = "M_UNKNOWN_TOKEN", soft_logout = softly });

    /// <summary>The last request had this query.</summary>
    public static Story Querying(this Story story, string query) =>
        story.But(exchange => exchange with { Request = exchange.Request with { Url = $"{exchange.Request.Url}?{query}" } });

    /// <summary>The last request had this header instead of any other.</summary>
    public static Story Sending(this Story story, string name, string value) =>
        story.But(exchange => exchange with { Request = exchange.Request with { Headers = [new Header(name, value)] } });

    public static Story LogsOut(this Story story, int number, int status = 200) =>
        story.Call(MatrixEndpoints.Logout, Access(number), status, status == 200 ? new { } : new { errcode = "M_UNKNOWN_TOKEN" });

    public static Story LogsOutEverywhere(this Story story, int number) =>
        story.Call(MatrixEndpoints.LogoutAll, Access(number), 200, new { });

    /// <summary>Deletes a device by the session of this number.</summary>
    public static Story Deletes(this Story story, int number, string device, int status = 200) =>
        story.Call(MatrixEndpoints.DeleteDevice, Access(number), status, new { }).But(exchange => exchange with
        {
            Request = exchange.Request with
            {
                Url = exchange.Request.Url.Replace("{deviceId}", Uri.EscapeDataString(device), StringComparison.Ordinal),
            },
        });

    /// <summary>Deletes several.</summary>
    public static Story DeletesAll(this Story story, int number, params string[] devices) =>
        story.Call(MatrixEndpoints.DeleteDevices, Access(number), 200, new { }, new { devices });

    /// <summary>Trades one refresh token in for a pair with another number.</summary>
    public static Story Renews(this Story story, int number, int next, int? expiresInMs = null) => story.Call(
        MatrixEndpoints.Refresh,
        null,
        200,
        new { access_token = Access(next), refresh_token = Refresh(next), expires_in_ms = expiresInMs },
        new { refresh_token = Refresh(number) });

    public static Story RefusesToRenew(this Story story, int number) =>
        story.Call(MatrixEndpoints.Refresh, null, 401, new { errcode = "M_UNKNOWN_TOKEN" }, new { refresh_token = Refresh(number) });
}
