using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Options;
using Conformance.Schemas.Contracts;

namespace Conformance.SelfTests.Fixtures;

/// <summary>
/// A target that a test drives without NUnit's scenarios around it; its journal goes to a folder that is gone at the end.
/// </summary>
internal sealed class DrivenTarget : IDisposable
{
    private const string Password = "correct horse";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("conformance-");

    public DrivenTarget(TargetSettings settings, TimeProvider? time = null)
    {
        Run = new TargetRun(settings, [], folder.FullName, seed: 1, time ?? TimeProvider.System, new RunStop(), labelNonce: "test");
        var slot = new TargetSlot(settings.Name, KnownDialects.Of(settings.Contract), () => Task.FromResult(settings)) { Target = Run };
        Matrix = new MatrixTarget(slot);
        Koyeb = new KoyebTarget(slot);
    }

    public TargetRun Run { get; }

    public MatrixTarget Matrix { get; }

    public KoyebTarget Koyeb { get; }

    /// <summary>A target file in code, with one account.</summary>
    public static TargetSettings Settings(string baseUrl, TargetDialect? dialect = null) =>
        Settings(baseUrl, (dialect ?? KnownDialects.Matrix).Defaults);

    private static TargetSettings Settings(string baseUrl, TargetDefaults absent) => new()
    {
        Name = "driven",
        Contract = absent.Contract,
        BaseUrl = baseUrl,
        PathPrefix = absent.PathPrefix,
        Edition = absent.Edition,
        Accounts = [new AccountSettings("alice", Password)],
        Limits = absent.Limits,
        Tolerances = absent.Tolerances with { RequestTimeout = TimeSpan.FromSeconds(10) },
        File = "driven.json",
    };

    /// <summary>A target file in code for a reference server, with its first accounts.</summary>
    public static TargetSettings Settings(ReferenceServer server, TargetDialect? dialect = null, int accounts = 1) =>
        Settings(server.BaseUrl.GetLeftPart(UriPartial.Authority), dialect) with
        {
            Accounts = [.. server.Accounts.Take(accounts).Select(account => new AccountSettings(account.Name, account.Password))],
        };

    /// <summary>How the suite speaks what a reference server serves.</summary>
    public static TargetDialect DialectOf(Dialect served) => served is Dialect.Matrix ? KnownDialects.Matrix : KnownDialects.Koyeb;

    /// <summary>A row that scenarios of a contract can be about.</summary>
    public static string RowOf(Contract contract) => contract == KnownContracts.Matrix ? "MTX-LOGOUT-02" : "KOY-LOGOUT-03";

    /// <summary>Begins a scenario in the calling flow of control.</summary>
    public ScenarioRun Enter(string name = "Driven")
    {
        var requirement = Run.Catalogue[RowOf(Run.Settings.Contract)];
        var scenario = new ScenarioRun(Run, name, requirement);
        scenario.Enter();
        return scenario;
    }

    /// <summary>Everything that was written to the journal.</summary>
    public string Journal()
    {
        Run.Journal.Dispose();
        return File.ReadAllText(Path.Combine(folder.FullName, "journal.jsonl"));
    }

    public void Dispose()
    {
        Run.Dispose();
        folder.Delete(recursive: true);
    }
}
