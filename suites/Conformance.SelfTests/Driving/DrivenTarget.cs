using Conformance.Fixtures.Koyeb;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using Conformance.Schemas.Requirements;

namespace Conformance.SelfTests.Driving;

/// <summary>A target that a test drives without NUnit's scenarios around it; its journal goes to a folder that is gone at the end.</summary>
internal sealed class DrivenTarget : IDisposable
{
    private const string Password = "correct horse";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("conformance-");

    public DrivenTarget(TargetSettings settings, TimeProvider? time = null)
    {
        var catalogue = settings.Dialect is TargetDialect.Matrix ? Catalogue.Matrix : Catalogue.Koyeb;
        Run = new TargetRun(settings, catalogue, [], folder.FullName, seed: 1, time ?? TimeProvider.System);
        var slot = new TargetSlot(settings.Name, settings.Dialect, () => Task.FromResult(settings)) { Target = Run };
        Matrix = new MatrixTarget(slot);
        Koyeb = new KoyebTarget(slot);
    }

    public TargetRun Run { get; }

    public MatrixTarget Matrix { get; }

    public KoyebTarget Koyeb { get; }

    /// <summary>A target file in code, with one account.</summary>
    public static TargetSettings Settings(string baseUrl, TargetDialect dialect = TargetDialect.Matrix) => new()
    {
        Name = "driven",
        Dialect = dialect,
        BaseUrl = baseUrl,
        PathPrefix = TargetSettings.DefaultPathPrefix(dialect),
        Edition = TargetSettings.DefaultEdition(dialect),
        Accounts = [new AccountSettings("alice", Password)],
        Tolerances = ToleranceSettings.For(dialect) with { RequestTimeout = TimeSpan.FromSeconds(10) },
        File = "driven.json",
    };

    /// <summary>A target file in code for a reference server, with its first accounts.</summary>
    public static TargetSettings Settings(ReferenceServer server, TargetDialect dialect = TargetDialect.Matrix, int accounts = 1) =>
        Settings(server.BaseUrl.GetLeftPart(UriPartial.Authority), dialect) with
        {
            Accounts = [.. server.Accounts.Take(accounts).Select(account => new AccountSettings(account.Name, account.Password))],
        };

    /// <summary>Begins a scenario in the calling flow of control.</summary>
    public ScenarioRun Enter(string name = "Driven")
    {
        var requirement = Run.Catalogue[Run.Settings.Dialect is TargetDialect.Matrix ? "MTX-LOGOUT-02" : "KOY-LOGOUT-03"];
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
