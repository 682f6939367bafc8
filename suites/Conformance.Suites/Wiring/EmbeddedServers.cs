using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.Fixtures.Targets.Reading;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;

namespace Conformance.Suites.Wiring;

/// <summary>The embedded reference servers as targets: what a run without any configuration tests.</summary>
public static class EmbeddedServers
{
    /// <summary>Stands for the embedded servers in a list of targets.</summary>
    public const string Keyword = "embedded";

    /// <summary>A homeserver with everything that a requirement may need, so that each shows its verdict.</summary>
    public static MatrixServerOptions Matrix { get; } = new()
    {
        BindsEmails = true,
        HasApplicationService = true,
        HasAdministrator = true,
        AllowsRegistration = true,
    };

    /// <summary>The later edition, with tokens that say when they expire.</summary>
    public static KoyebServerOptions KoyebS26 { get; } = new() { Edition = "s26", IssuesJwts = true };

    /// <summary>All of them.</summary>
    /// <param name="change">Changes to the target files that they describe themselves with.</param>
    public static IReadOnlyList<TargetSlot> Slots(Func<TargetSettings, TargetSettings> change) =>
    [
        Slot("reference-matrix", KnownDialects.Matrix, Matrix, change),
        Slot("reference-koyeb", KnownDialects.Koyeb, new KoyebServerOptions(), change),
        Slot("reference-koyeb-s26", KnownDialects.Koyeb, KoyebS26, change),
    ];

    /// <summary>A slot for a server that runs already.</summary>
    /// <param name="name">Name of the target.</param>
    /// <param name="server">The server.</param>
    /// <param name="change">Changes to the target file that the server describes itself with.</param>
    public static TargetSlot Slot(string name, ReferenceServer server, Func<TargetSettings, TargetSettings> change)
    {
        var settings = change(Describe(server, name));
        return new TargetSlot(name, KnownDialects.Of(settings.Contract), () => Task.FromResult(settings));
    }

    private static TargetSlot Slot(
        string name, TargetDialect dialect, ReferenceServerOptions options, Func<TargetSettings, TargetSettings> change) =>
        new(name, dialect, async () => change(Describe(await ReferenceServer.Start(options), name)) with { IsEmbedded = true });

    // The server is tested like any other: through a target file, here with the name that its password is published under.
    private static TargetSettings Describe(ReferenceServer server, string name)
    {
        var (target, faults) = TargetFile.Parse(server.TargetFile(name), Keyword, _ => ReferenceAccounts.Password, KnownDialects.Defaults);
        return target ?? throw new InvalidOperationException($"The embedded server describes itself wrongly: {string.Join("; ", faults)}");
    }
}
