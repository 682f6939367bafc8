using System.Text.RegularExpressions;
using Conformance.ReferenceServers;
using Microsoft.AspNetCore.Http;

namespace Conformance.SelfTests.Fixtures;

/// <summary>Endpoints that a server may leave out, and the capability that each group of them is.</summary>
/// <param name="Capability">The key in a target file.</param>
/// <param name="Endpoints">Patterns of method and path, without what is before the version of a path.</param>
internal sealed partial record LeftOut(string Capability, params IReadOnlyList<string> Endpoints)
{
    /// <summary>Those of a homeserver.</summary>
    public static IReadOnlyList<LeftOut> OfMatrix { get; } =
    [
        new("crossSigning", "^POST /keys/device_signing/upload$"),
        new("deviceDeletion", "^DELETE /devices/", "^POST /delete_devices$"),
        new("deviceDetails", "^(GET|PUT) /devices/."),
        new("deviceKeys", "^POST /keys/"),
        new("deviceList", "^GET /devices$"),
        new("loginTokens", "^POST /login/get_token$"),
        new("oneTimeKeys", "^POST /keys/claim$"),
        new("passwordChange", "^(POST|OPTIONS) /account/password$"),
        new("pushers", " /pushers"),
        new("refreshTokens", "^(POST|OPTIONS) /refresh$"),
        new("rooms", " /createRoom$", " /rooms/"),
        new("serverCapabilities", "^(GET|OPTIONS) /capabilities$"),
        new("sync", "^(GET|OPTIONS) /sync$"),
        new("toDevice", " /sendToDevice/"),
    ];

    /// <summary>Those of a Koyeb server.</summary>
    public static IReadOnlyList<LeftOut> OfKoyeb { get; } =
    [
        new("organizationSwitch", "^POST /v1/organizations/"), new("profile", "^GET /v1/account/profile$"), new("testAuth", " /v1/test/"),
    ];

    /// <summary>All that a small homeserver leaves out.</summary>
    public static LeftOut OfSmallServer { get; } =
        new("all", [.. OfMatrix.Where(each => each.Capability is not "refreshTokens").SelectMany(each => each.Endpoints)]);

    public static LeftOut Of(string capability) => OfMatrix.Concat(OfKoyeb).Single(each => each.Capability == capability);

    /// <summary>A gateway that answers in the place of these endpoints.</summary>
    public Task<Gateway> Before(ReferenceServer server, Absence absence) => Before(server, [(this, absence)]);

    /// <summary>The same for several, each in a way of its own.</summary>
    public static Task<Gateway> Before(ReferenceServer server, IReadOnlyList<(LeftOut What, Absence How)> all) =>
        Gateway.Before(server, (context, next) => all.FirstOrDefault(each => each.What.IsOne(context.Request)).How is { } how
            ? how.Answer(context)
            : next(context));

    private bool IsOne(HttpRequest request)
    {
        var asked = $"{request.Method} {Version().Replace(request.Path.Value!, "")}";
        return Endpoints.Any(pattern => Regex.IsMatch(asked, pattern));
    }

    [GeneratedRegex("^/_matrix/client/[^/]+")]
    private static partial Regex Version();
}
