using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;

namespace Conformance.Suites.Wiring;

/// <summary>The embedded reference servers as targets: what a run without any configuration tests.</summary>
public static class EmbeddedServers
{
    /// <summary>Stands for the embedded servers in a list of targets.</summary>
    public const string Keyword = "embedded";

    public static IReadOnlyList<TargetSlot> Slots() =>
    [
        Slot("reference-matrix", new ReferenceServerOptions { Dialect = Dialect.Matrix }),
        Slot("reference-koyeb", new ReferenceServerOptions { Dialect = Dialect.Koyeb }),
    ];

    /// <summary>A slot whose server is started when the run needs it.</summary>
    /// <param name="name">Name of the target.</param>
    /// <param name="options">Options of the server.</param>
    /// <param name="change">Changes to the target file that the server describes itself with.</param>
    public static TargetSlot Slot(string name, ReferenceServerOptions options, Func<TargetSettings, TargetSettings>? change = null)
    {
        var dialect = options.Dialect is Dialect.Matrix ? TargetDialect.Matrix : TargetDialect.Koyeb;
        return new TargetSlot(name, dialect, async () =>
        {
            var settings = Describe(await ReferenceServer.Start(options), name);
            return change is null ? settings : change(settings);
        });
    }

    // The server is tested like any other: through a target file, here with the name that its password is published under.
    private static TargetSettings Describe(ReferenceServer server, string name)
    {
        var (target, faults) = TargetFile.Parse(server.TargetFile(name), "the embedded server", _ => ReferenceAccounts.Password);
        return target ?? throw new InvalidOperationException($"The embedded server describes itself wrongly: {string.Join("; ", faults)}");
    }
}
