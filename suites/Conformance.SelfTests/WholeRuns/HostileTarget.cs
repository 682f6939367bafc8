using System.Globalization;
using System.Text.Json.Nodes;
using Bogus;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.HostileAnswers;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>An honest server, and before it one that rewrites its answers, with secrets of their own, as a seed says.</summary>
internal sealed class HostileTarget : IAsyncDisposable
{
    private const string OperatorVariable = "HOSTILE_OPERATOR_SECRET";

    // One of its own: what runsettings say of a variable holds against the environment.
    private const string PasswordVariable = "HOSTILE_PASSWORD";

    // A handful of each contract: logins, a logout, a refresh, ids of the server in paths, sessions of authentication.
    private static readonly string[] OfMatrix =
    [
        "MTX-LOGIN-02", "MTX-LOGIN-06", "MTX-LOGOUT-01", "MTX-REFRESH-01", "MTX-TOK-02", "MTX-DEV-01", "MTX-DEV-25", "MTX-UIA-07",
        "MTX-VER-01",
    ];

    private static readonly string[] OfKoyeb =
    [
        "KOY-LOGIN-01", "KOY-LOGIN-02", "KOY-LOGIN-06", "KOY-LOGOUT-01", "KOY-REFRESH-01", "KOY-REFRESH-02", "KOY-AUTH-02", "KOY-PWLESS-01",
    ];

    private HostileTarget(ReferenceServer honest, HostileServer server, int seed) => (Honest, Server, Seed) = (honest, server, seed);

    public int Seed { get; }

    public ReferenceServer Honest { get; }

    public HostileServer Server { get; }

    /// <summary>What the operator has the suite send with every request.</summary>
    public string OperatorSecret => Server.Secrets.Passwords[^1];

    /// <summary>The rows of a short run.</summary>
    public IReadOnlyList<string> Rows => OptionsOf(Seed).Dialect is Dialect.Matrix ? OfMatrix : OfKoyeb;

    /// <summary>The variables that the target file takes its secrets from.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        [PasswordVariable] = Server.Secrets.Passwords[0],
        [OperatorVariable] = OperatorSecret,
    };

    /// <summary>Starts both servers.</summary>
    public static async Task<HostileTarget> Start(int seed, HostilePlan plan)
    {
        var random = new Randomizer(seed);
        // One that each form writes in a way of its own.
        var password = $"{random.AlphaNumeric(12)}\"<&+%{random.AlphaNumeric(6)}/ü{random.AlphaNumeric(6)}";
        var honest = await ReferenceServer.Start(OptionsOf(seed) with { Accounts = await AccountsOf(OptionsOf(seed), password) });
        return new HostileTarget(
            honest, new HostileServer(honest.BaseUrl, new KnownSecrets([password, random.AlphaNumeric(30)]), plan), seed);
    }

    /// <summary>A target file for the server that rewrites; its secrets are in the environment.</summary>
    public string TargetFile(string name)
    {
        var target = WithoutLimits(name);
        target["tolerances"] = new JsonObject { ["requestTimeoutSeconds"] = 2, ["rateLimitWaitSeconds"] = 2 };
        target["limits"] = new JsonObject { ["runMinutes"] = 1, ["scenarioMinutes"] = 1, ["waitMinutes"] = 1 };
        return target.ToJsonString();
    }

    /// <summary>As the other one, with time enough for a whole run.</summary>
    public string PatientTargetFile(string name)
    {
        var target = WithoutLimits(name);
        target["tolerances"] = new JsonObject { ["requestTimeoutSeconds"] = 60 };
        return target.ToJsonString();
    }

    private JsonObject WithoutLimits(string name)
    {
        var target = JsonNode.Parse(Honest.TargetFile(name))!.AsObject();
        target["baseUrl"] = Server.BaseUrl;
        target["headers"] = new JsonObject { [RequestWatch.OperatorHeader] = $"${{env:{OperatorVariable}}}" };
        return target;
    }

    public async ValueTask DisposeAsync()
    {
        Server.Dispose();
        await Honest.DisposeAsync();
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"seed {Seed}, {OptionsOf(Seed).Dialect}: {Server.Plan}; {Server.Requests} requests");

    private static ReferenceServerOptions OptionsOf(int seed) => (seed % 4) switch
    {
        0 or 2 => new MatrixServerOptions(),
        1 => new KoyebServerOptions { SetsCookies = true },
        _ => new KoyebServerOptions { Edition = "s26", IssuesJwts = true },
    };

    // Those that every server of the contract has, with another password.
    private static async Task<IReadOnlyList<ReferenceAccount>> AccountsOf(ReferenceServerOptions options, string password)
    {
        await using var named = await ReferenceServer.Start(options);
        return
        [
            .. named.Accounts.Take(4).Select(
                account => account with { Password = password, PasswordReference = $"${{env:{PasswordVariable}}}" }),
        ];
    }
}
