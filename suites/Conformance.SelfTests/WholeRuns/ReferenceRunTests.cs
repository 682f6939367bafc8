using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets.Reading;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.Suites.Wiring;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A server that keeps its contract is accused of nothing, whichever of the allowed ways it goes.</summary>
public sealed class ReferenceRunTests
{
    private static readonly MatrixServerOptions Matrix = new();

    private static readonly KoyebServerOptions Koyeb = new();

    // What the embedded server is told of itself.
    private static readonly Lazy<Task<IReadOnlyList<(string, Verdict)>>> Usual = new(async () =>
    {
        using var embedded = SuiteRuns.Against(EmbeddedServers.Slots(settings => settings)[0]);
        await SuiteRunner.Run(embedded);
        return Verdicts(SuiteRuns.RecordOf(embedded, "reference-matrix"));
    });

    // Combinations of choices are tried by AllowedChoicesTests.
    private static IEnumerable<TestCaseData<ReferenceServerOptions>> AllowedServers =>
    [
        Named("Matrix", Matrix),
        Named("Matrix with everything that operators can name", EmbeddedServers.Matrix),
        Named("Matrix with everything but administration through the API", EmbeddedServers.Matrix with { Versions = ["v1.17"] }),
        Named("Matrix whose access tokens expire soon", Matrix with { AccessTokenLifetime = TimeSpan.FromSeconds(2) }),
        Named("Matrix that limits logins", Matrix with { LoginsPerSecond = 60 }),
        Named("Matrix that serves /refresh under v3 only", Matrix with { ServesRefreshUnderV3Only = true }),
        Named("Matrix that claims the last version with tokens in the query", Matrix with { Versions = ["v1.19"] }),
        Named("Koyeb", Koyeb),
        Named("Koyeb without profiles", Koyeb with { ServesProfile = false }),
        Named("Koyeb that limits logins", Koyeb with { LoginsPerSecond = 12 }),
    ];

    [TestCaseSource(nameof(AllowedServers))]
    public async Task A_server_that_keeps_its_contract_is_green(ReferenceServerOptions options)
    {
        await using var served = await ServedRun.Start(options, "good", strict: true);

        var outcome = await SuiteRunner.Run(served.Run);

        var record = SuiteRuns.WrittenRecordOf(served.Run, "good");
        using var scope = new AssertionScope();
        outcome.Result.ResultState.Status.Should().NotBe(TestStatus.Failed, outcome.AllText);
        record.Requirements.Where(row => row.Verdict is not (Verdict.Pass or Verdict.Observed or Verdict.NotApplicable)).Should().BeEmpty();
        record.Requirements.Where(row => row.Verdict == Verdict.NotApplicable && row.Reason is null).Should().BeEmpty();
        record.Scenarios.SelectMany(scenario => scenario.LeftOpen).Should().BeEmpty("every session that was opened is closed again");
    }

    [TestCase("/_matrix/client/r0", true)]
    [TestCase("/_matrix/client/r0", false)]
    [TestCase("/_matrix/client/unstable", false)]
    public async Task Another_path_prefix_gives_the_same_verdicts(string prefix, bool servesRefreshUnderV3Only)
    {
        await using var other = await ServedRun.Start(
            EmbeddedServers.Matrix with { ServesRefreshUnderV3Only = servesRefreshUnderV3Only },
            "other",
            change: settings => settings with { PathPrefix = prefix });

        await SuiteRunner.Run(other.Run);

        Verdicts(other.Record).Should().BeEquivalentTo(await Usual.Value);
    }

    [Test]
    public async Task A_target_file_gives_the_same_verdicts_as_the_embedded_server()
    {
        await using var server = await ReferenceServer.Start(EmbeddedServers.Matrix);
        var (settings, _) = TargetFile.Parse(
            server.TargetFile("from-file"), "target.json", _ => ReferenceAccounts.Password, KnownDialects.Defaults);
        using var fromFile = SuiteRuns.Against(new TargetSlot("from-file", KnownDialects.Matrix, () => Task.FromResult(settings!)));

        await SuiteRunner.Run(fromFile);

        Verdicts(SuiteRuns.RecordOf(fromFile, "from-file")).Should().BeEquivalentTo(await Usual.Value);
    }

    private static IReadOnlyList<(string Id, Verdict Verdict)> Verdicts(RunRecord record) =>
        [.. record.Requirements.Select(row => (row.Id, row.Verdict))];

    private static TestCaseData<ReferenceServerOptions> Named(string name, ReferenceServerOptions options) =>
        new TestCaseData<ReferenceServerOptions>(options).SetArgDisplayNames(name);
}
