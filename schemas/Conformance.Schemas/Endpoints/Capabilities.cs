namespace Conformance.Schemas.Endpoints;

/// <summary>What a server may leave out; the keys of <c>capabilities</c> in a target file.</summary>
public static class Capabilities
{
    /// <summary>Matrix: login hands out refresh tokens when asked to.</summary>
    public const string RefreshTokens = "refreshTokens";

    /// <summary>Matrix: end-to-end encryption keys of devices.</summary>
    public const string DeviceKeys = "deviceKeys";

    /// <summary>Matrix: deletion of devices, which some leave to the server that manages accounts.</summary>
    public const string DeviceDeletion = "deviceDeletion";

    /// <summary>
    /// Matrix: the list of devices. Every server must have it, and MTX-DEV-01 asks for it whatever is declared; other rows ask in another
    /// way whether a device is there.
    /// </summary>
    public const string DeviceList = "deviceList";

    /// <summary>Matrix: single devices, to be read and to be named. As with the list, MTX-DEV-04 asks for them in any case.</summary>
    public const string DeviceDetails = "deviceDetails";

    /// <summary>Matrix: one-time keys of devices, to be claimed by others.</summary>
    public const string OneTimeKeys = "oneTimeKeys";

    /// <summary>Matrix: cross-signing keys of users.</summary>
    public const string CrossSigning = "crossSigning";

    /// <summary>Matrix: change of passwords, which some leave to the server that manages accounts.</summary>
    public const string PasswordChange = "passwordChange";

    /// <summary>Matrix: <c>GET /capabilities</c>.</summary>
    public const string ServerCapabilities = "serverCapabilities";

    /// <summary>Matrix: <c>/sync</c>.</summary>
    public const string Sync = "sync";

    /// <summary>Matrix: <c>/v1/login/get_token</c> and login by such a token.</summary>
    public const string LoginTokens = "loginTokens";

    /// <summary>Matrix: guest accounts.</summary>
    public const string Guests = "guests";

    /// <summary>Matrix: push notifications.</summary>
    public const string Pushers = "pushers";

    /// <summary>Matrix: messages from device to device.</summary>
    public const string ToDevice = "toDevice";

    /// <summary>
    /// Matrix: registration of accounts by anybody, which the suite uses for throw-away accounts and ends by deactivation.
    /// </summary>
    public const string Registration = "registration";

    /// <summary>Matrix: rooms to be made, sent to and left.</summary>
    public const string Rooms = "rooms";

    /// <summary>Matrix: the OAuth 2.0 API, <c>/v1/auth_metadata</c>.</summary>
    public const string OAuth = "oauth";

    /// <summary>
    /// Matrix: locking and suspending of accounts through the API. No target file
    /// declares it: the scenarios that use it find out.
    /// </summary>
    public const string Administration = "administration";

    /// <summary>Koyeb: <c>GET /v1/account/profile</c>.</summary>
    public const string Profile = "profile";

    /// <summary>Koyeb, s26: <c>/v1/test/auth</c> and <c>/v1/test/anon</c>.</summary>
    public const string TestAuth = "testAuth";

    /// <summary>Koyeb, s26: <c>/v1/organizations/{id}/switch</c>.</summary>
    public const string OrganizationSwitch = "organizationSwitch";

    /// <summary>
    /// Matrix: no capability but a limit, <c>limits.sessionsPerUser</c>; what a server lacks for scenarios that need more
    /// sessions of one user than it allows.
    /// </summary>
    public const string SessionsPerUser = "sessionsPerUser";

    /// <summary>Those of a homeserver.</summary>
    public static CapabilityList Matrix { get; } = new(
        new(Administration) { IsAssumedAbsent = true, MayBeDeclared = false },
        new(CrossSigning),
        new(DeviceDeletion),
        new(DeviceDetails),
        new(DeviceKeys),
        new(DeviceList),
        new(Guests) { IsAssumedAbsent = true, OnlyIfDeclared = true },
        new(LoginTokens) { IsAssumedAbsent = true },
        new(OAuth) { IsAssumedAbsent = true },
        new(OneTimeKeys),
        new(PasswordChange),
        new(Pushers),
        new(RefreshTokens),
        new(Registration) { IsAssumedAbsent = true, OnlyIfDeclared = true },
        new(Rooms),
        new(ServerCapabilities),
        new(Sync),
        new(ToDevice));

    /// <summary>Those of a Koyeb server.</summary>
    public static CapabilityList Koyeb { get; } = new(
        new(OrganizationSwitch) { IsAssumedAbsent = true },
        new(Profile),
        new(TestAuth) { IsAssumedAbsent = true });
}
