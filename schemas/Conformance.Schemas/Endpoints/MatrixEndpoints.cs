namespace Conformance.Schemas.Endpoints;

/// <summary>The Matrix endpoints in scope. "Everywhere" in a promise means <see cref="Authenticated"/>.</summary>
public static class MatrixEndpoints
{
    public static Endpoint Versions { get; } = new("GET", "/versions") { ResponseSchema = "matrix/versions.response" };

    public static Endpoint LoginFlows { get; } = new("GET", "/login") { ResponseSchema = "matrix/login-flows.response" };

    public static Endpoint Login { get; } = new("POST", "/login") { ResponseSchema = "matrix/login.response", Effect = Effect.Writes };

    public static Endpoint Refresh { get; } = new("POST", "/refresh")
    {
        ResponseSchema = "matrix/refresh.response",
        Effect = Effect.Writes,
        Capability = Capabilities.RefreshTokens,
    };

    public static Endpoint Register { get; } = new("POST", "/register") { Effect = Effect.Writes, Capability = Capabilities.Guests };

    public static Endpoint Logout { get; } = Guarded("POST", "/logout", "matrix/logout.response", Effect.EndsSessions);

    public static Endpoint LogoutAll { get; } = Guarded("POST", "/logout/all", "matrix/logout-all.response", Effect.EndsSessions);

    public static Endpoint WhoAmI { get; } = Guarded("GET", "/account/whoami", "matrix/whoami.response");

    /// <summary>GET /capabilities, under a name of its own beside <see cref="Capabilities"/>.</summary>
    public static Endpoint ServerCapabilities { get; } = Guarded("GET", "/capabilities", "matrix/capabilities.response");

    public static Endpoint Devices { get; } = Guarded("GET", "/devices", "matrix/devices.response");

    public static Endpoint Device { get; } = Guarded("GET", "/devices/{deviceId}", "matrix/device.response");

    public static Endpoint Sync { get; } = Guarded("GET", "/sync", "matrix/sync.response", capability: Capabilities.Sync);

    public static Endpoint KeysUpload { get; } = Guarded("POST", "/keys/upload", "matrix/keys-upload.response", capability: Capabilities.DeviceKeys);

    public static Endpoint KeysQuery { get; } = Guarded("POST", "/keys/query", "matrix/keys-query.response", capability: Capabilities.DeviceKeys);

    public static Endpoint KeysClaim { get; } = Guarded("POST", "/keys/claim", "matrix/keys-claim.response", capability: Capabilities.DeviceKeys);

    public static Endpoint SendToDevice { get; } =
        Guarded("PUT", "/sendToDevice/{eventType}/{txnId}", "matrix/empty-object", Effect.Writes, Capabilities.ToDevice);

    public static Endpoint Pushers { get; } = Guarded("GET", "/pushers", schema: null, capability: Capabilities.Pushers);

    public static Endpoint SetPusher { get; } = Guarded("POST", "/pushers/set", "matrix/empty-object", Effect.Writes, Capabilities.Pushers);

    public static Endpoint GetLoginToken { get; } =
        Guarded("POST", "/login/get_token", "matrix/get-token.response", Effect.Writes, Capabilities.LoginTokens);

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Versions, LoginFlows, Login, Refresh, Register, Logout, LogoutAll, WhoAmI, ServerCapabilities, Devices, Device, Sync,
        KeysUpload, KeysQuery, KeysClaim, SendToDevice, Pushers, SetPusher, GetLoginToken,
    ];

    /// <summary>Every endpoint in scope that asks for an access token; a dead token must be refused by each.</summary>
    public static IReadOnlyList<Endpoint> Authenticated { get; } = [.. All.Where(endpoint => endpoint.NeedsToken)];

    /// <summary>The endpoint that a path of this method belongs to; null if it is none of ours.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="path">Path without prefix, percent-encoded.</param>
    public static Endpoint? Match(string method, string path) =>
        All.FirstOrDefault(endpoint => endpoint.Method == method && PathMatches(endpoint.Path.Split('/'), path.Split('/')));

    private static bool PathMatches(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(pair => pair.First == pair.Second || pair.First.StartsWith('{'));

    private static Endpoint Guarded(string method, string path, string? schema, Effect effect = Effect.None, string? capability = null) =>
        new(method, path) { NeedsToken = true, ResponseSchema = schema, Effect = effect, Capability = capability };
}
