using System.Globalization;
using Bogus;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.HostileAnswers;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A short run against a server that rewrites its answers as a seed says, and all that is left of it.</summary>
internal sealed class HostileRun : IAsyncDisposable
{
    private const string Name = "hostile";

    // A handful of each contract: logins, ends of sessions, refreshes, ids of the server in paths, sessions of authentication.
    private static readonly string[] OfMatrix =
    [
        "MTX-LOGIN-01", "MTX-LOGIN-02", "MTX-LOGIN-06", "MTX-LOGOUT-01", "MTX-LOGOUT-02", "MTX-REFRESH-01", "MTX-TOK-02", "MTX-DEV-01",
        "MTX-DEV-25", "MTX-UIA-07", "MTX-VER-01",
    ];

    private static readonly string[] OfKoyeb =
    [
        "KOY-LOGIN-01", "KOY-LOGIN-02", "KOY-LOGIN-06", "KOY-LOGOUT-01", "KOY-LOGOUT-03", "KOY-REFRESH-01", "KOY-REFRESH-02", "KOY-AUTH-02",
        "KOY-PWLESS-01",
    ];

    private readonly ReferenceServer honest;
    private readonly TimeSpan patience;

    private HostileRun(ReferenceServer honest, HostileServer server, int seed, TimeSpan patience)
    {
        (this.honest, Server, Seed, this.patience) = (honest, server, seed, patience);
        Run = SuiteRuns.Publishing(SuiteRuns.Slot(honest, Name, change: Impatient), seed: seed);
    }

    /// <summary>Decides all that is not decided by chance.</summary>
    public int Seed { get; }

    public HostileServer Server { get; }

    public ConformanceRun Run { get; }

    public TargetSlot Slot => Run.Slots[0];

    /// <summary>A filter, in NUnit's XML, of the scenarios of a short run and the test of the run itself.</summary>
    public string Filter =>
        $"<filter><or>{string.Concat(Rows.Select(row => $"<prop name='Requirement'>{row}</prop>"))}</or></filter>";

    /// <summary>The rows of a short run.</summary>
    public IReadOnlyList<string> Rows => OfSeed(Seed) is MatrixServerOptions ? OfMatrix : OfKoyeb;

    /// <summary>Starts the servers.</summary>
    /// <param name="seed">Decides about the server, its secrets and its answers; the run has it too.</param>
    public static Task<HostileRun> Start(int seed) => Start(seed, new HostilePlan(seed), HostileWire.Patience);

    /// <summary>The same, with a server that leaves all answers alone, and patience.</summary>
    public static Task<HostileRun> StartHonest(int seed) => Start(seed, HostilePlan.Honest, TimeSpan.FromSeconds(30));

    private static async Task<HostileRun> Start(int seed, HostilePlan plan, TimeSpan patience)
    {
        var random = new Randomizer(seed);
        // One that each form writes in a way of its own.
        var password = $"{random.AlphaNumeric(12)}\"<&+%{random.AlphaNumeric(6)}/ü{random.AlphaNumeric(6)}";
        var options = OfSeed(seed);
        await using var named = await ReferenceServer.Start(options);
        var honest = await ReferenceServer.Start(options with
        {
            Accounts = [.. named.Accounts.Take(4).Select(account => account with { Password = password })],
        });
        var secrets = new KnownSecrets([password, random.AlphaNumeric(30)]);
        return new HostileRun(honest, new HostileServer(honest.BaseUrl, secrets, plan), seed, patience);
    }

    public async ValueTask DisposeAsync()
    {
        Run.Dispose();
        Server.Dispose();
        await honest.DisposeAsync();
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"seed {Seed}, {Slot.Dialect.Contract.Name}");

    private static ReferenceServerOptions OfSeed(int seed) => (seed % 4) switch
    {
        0 or 2 => new MatrixServerOptions(),
        1 => new KoyebServerOptions { SetsCookies = true },
        _ => new KoyebServerOptions { Edition = "s26", IssuesJwts = true },
    };

    // One scenario at a time, so that a seed does the same to the same answers again.
    private TargetSettings Impatient(TargetSettings settings) => settings with
    {
        BaseUrl = Server.BaseUrl,
        Accounts = [.. honest.Accounts.Select(account => new AccountSettings(account.Name, account.Password))],
        Headers = [new HeaderSettings(RequestWatch.OperatorHeader, Server.Secrets.Passwords[^1], IsSecret: true)],
        Parallel = 1,
        Limits = settings.Limits with
        {
            Run = 10 * patience,
            Scenario = 3 * patience,
            Waiting = patience,
        },
        Tolerances = settings.Tolerances with
        {
            RequestTimeout = patience,
            RateLimitWait = patience,
            ExpiryWait = TimeSpan.FromSeconds(1),
        },
    };
}
