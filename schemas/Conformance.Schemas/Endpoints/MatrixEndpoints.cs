namespace Conformance.Schemas.Endpoints;

/// <summary>The Matrix endpoints in scope. "Everywhere" in a promise means <see cref="Authenticated"/>.</summary>
public static class MatrixEndpoints
{
    private const string AdministrationSince = "v1.18";

    public static Endpoint Versions { get; } =
        new("GET", "/versions") { ResponseSchema = "matrix/versions.response", Prefix = "/_matrix/client" };

    public static Endpoint LoginFlows { get; } = new("GET", "/login") { ResponseSchema = "matrix/login-flows.response" };

    /// <summary>Where a browser is sent on its way to single sign-on.</summary>
    public static Endpoint SsoRedirect { get; } = new("GET", "/login/sso/redirect") { Since = "r0.5.0" };

    public static Endpoint AuthMetadata { get; } = new("GET", "/auth_metadata")
    {
        ResponseSchema = "matrix/auth-metadata.response",
        Capability = Capabilities.OAuth,
        Prefix = "/_matrix/client/v1",
        Since = "v1.15",
    };

    public static Endpoint Login { get; } =
        new("POST", "/login")
        {
            ResponseSchema = "matrix/login.response",
            Effect = Effect.Writes,
            IssuesTokens = true,
            SessionName = "/device_id",
        };

    /// <summary>The page for clients that know no way to log in: HTML, and so not among <see cref="All"/>.</summary>
    public static Endpoint LoginPage { get; } = new("GET", "/static/client/login");

    /// <summary>The page on which a browser does a stage of authentication: HTML, and so not among <see cref="All"/>.</summary>
    public static Endpoint FallbackPage { get; } = new("GET", "/auth/{authType}/fallback/web");

    public static Endpoint Refresh { get; } = new("POST", "/refresh")
    {
        ResponseSchema = "matrix/refresh.response",
        Effect = Effect.Writes,
        IssuesTokens = true,
        Capability = Capabilities.RefreshTokens,
        Since = "v1.3",
    };

    public static Endpoint Register { get; } =
        new("POST", "/register") { Effect = Effect.Writes, Capability = Capabilities.Guests, IssuesTokens = true };

    public static Endpoint Logout { get; } = Guarded("POST", "/logout", "matrix/logout.response", Effect.EndsSessions);

    public static Endpoint LogoutAll { get; } = Guarded("POST", "/logout/all", "matrix/logout-all.response", Effect.EndsSessions);

    public static Endpoint WhoAmI { get; } = Guarded("GET", "/account/whoami", "matrix/whoami.response");

    /// <summary>GET /capabilities, under a name of its own beside <see cref="Capabilities"/>.</summary>
    public static Endpoint ServerCapabilities { get; } =
        Guarded("GET", "/capabilities", "matrix/capabilities.response", capability: Capabilities.ServerCapabilities) with
        {
            Since = "r0.5.0",
        };

    public static Endpoint Devices { get; } =
        Guarded("GET", "/devices", "matrix/devices.response", capability: Capabilities.DeviceList);

    public static Endpoint Device { get; } =
        Guarded("GET", "/devices/{deviceId}", "matrix/device.response", capability: Capabilities.DeviceDetails);

    public static Endpoint RenameDevice { get; } =
        Guarded("PUT", "/devices/{deviceId}", "matrix/empty-object", Effect.Writes, Capabilities.DeviceDetails);

    public static Endpoint DeleteDevice { get; } =
        Interactive("DELETE", "/devices/{deviceId}", "matrix/empty-object", Effect.EndsSessions, Capabilities.DeviceDeletion);

    public static Endpoint DeleteDevices { get; } =
        Interactive("POST", "/delete_devices", "matrix/empty-object", Effect.EndsSessions, Capabilities.DeviceDeletion);

    public static Endpoint ChangePassword { get; } =
        Interactive("POST", "/account/password", "matrix/password.response", Effect.EndsSessions, Capabilities.PasswordChange) with
        {
            TokenIsOptional = true,
        };

    public static Endpoint Sync { get; } = Guarded("GET", "/sync", "matrix/sync.response", capability: Capabilities.Sync);

    public static Endpoint KeysUpload { get; } =
        Guarded("POST", "/keys/upload", "matrix/keys-upload.response", capability: Capabilities.DeviceKeys);

    public static Endpoint KeysQuery { get; } =
        Guarded("POST", "/keys/query", "matrix/keys-query.response", capability: Capabilities.DeviceKeys);

    public static Endpoint KeysClaim { get; } =
        Guarded("POST", "/keys/claim", "matrix/keys-claim.response", capability: Capabilities.OneTimeKeys);

    public static Endpoint SendToDevice { get; } =
        Guarded("PUT", "/sendToDevice/{eventType}/{txnId}", "matrix/empty-object", Effect.Writes, Capabilities.ToDevice);

    public static Endpoint Pushers { get; } = Guarded("GET", "/pushers", schema: null, capability: Capabilities.Pushers);

    public static Endpoint SetPusher { get; } = Guarded("POST", "/pushers/set", "matrix/empty-object", Effect.Writes, Capabilities.Pushers);

    public static Endpoint GetLoginToken { get; } =
        Interactive("POST", "/login/get_token", "matrix/get-token.response", Effect.Writes, Capabilities.LoginTokens) with
        {
            Prefix = "/_matrix/client/v1",
            Since = "v1.7",
            IssuesTokens = true,
        };

    public static Endpoint Deactivate { get; } =
        Interactive("POST", "/account/deactivate", "matrix/deactivate.response", Effect.Writes, Capabilities.Registration) with
        {
            TokenIsOptional = true,
        };

    public static Endpoint CrossSigningUpload { get; } =
        Interactive("POST", "/keys/device_signing/upload", "matrix/empty-object", Effect.Writes, Capabilities.CrossSigning) with
        {
            Since = "v1.1",
        };

    public static Endpoint CreateRoom { get; } =
        Guarded("POST", "/createRoom", schema: null, Effect.Writes, Capabilities.Rooms) with { Creates = true };

    public static Endpoint JoinRoom { get; } = Guarded("POST", "/rooms/{roomId}/join", schema: null, Effect.Writes, Capabilities.Rooms);

    public static Endpoint SendToRoom { get; } =
        Guarded("PUT", "/rooms/{roomId}/send/{eventType}/{txnId}", schema: null, Effect.Writes, Capabilities.Rooms);

    public static Endpoint LeaveRoom { get; } =
        Guarded("POST", "/rooms/{roomId}/leave", "matrix/empty-object", Effect.Writes, Capabilities.Rooms);

    public static Endpoint ForgetRoom { get; } =
        Guarded("POST", "/rooms/{roomId}/forget", "matrix/empty-object", Effect.Writes, Capabilities.Rooms);

    public static Endpoint LockUser { get; } =
        Guarded("PUT", "/admin/lock/{userId}", schema: null, Effect.Writes, Capabilities.Administration) with
        {
            Prefix = "/_matrix/client/v1",
            Since = AdministrationSince,
        };

    public static Endpoint SuspendUser { get; } =
        Guarded("PUT", "/admin/suspend/{userId}", schema: null, Effect.Writes, Capabilities.Administration) with
        {
            Prefix = "/_matrix/client/v1",
            Since = AdministrationSince,
        };

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Versions, LoginFlows, SsoRedirect, AuthMetadata, Login, Refresh, Register, Logout, LogoutAll, WhoAmI, ServerCapabilities, Devices,
        Device, Sync,
        KeysUpload, KeysQuery, KeysClaim, SendToDevice, Pushers, SetPusher, GetLoginToken,
        RenameDevice, DeleteDevice, DeleteDevices, ChangePassword,
        Deactivate, CrossSigningUpload, CreateRoom, JoinRoom, SendToRoom, LeaveRoom, ForgetRoom, LockUser, SuspendUser,
    ];

    /// <summary>Every endpoint in scope that cannot do without an access token; a dead token must be refused by each.</summary>
    public static IReadOnlyList<Endpoint> Authenticated { get; } =
        [.. All.Where(endpoint => endpoint is { NeedsToken: true, TokenIsOptional: false })];

    /// <summary>The endpoint that a path of this method belongs to; null if it is none of ours.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path without prefix, percent-encoded.</param>
    public static Endpoint? Match(string method, string path) =>
        All.FirstOrDefault(endpoint => endpoint.Method == method && PathMatches(endpoint.Path.Split('/'), path.Split('/')));

    private static bool PathMatches(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));

    private static Endpoint Guarded(string method, string path, string? schema, Effect effect = Effect.None, string? capability = null) =>
        new(method, path) { NeedsToken = true, ResponseSchema = schema, Effect = effect, Capability = capability };

    private static Endpoint Interactive(string method, string path, string schema, Effect effect, string? capability = null) =>
        Guarded(method, path, schema, effect, capability) with { IsInteractive = true };
}
