using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.Suites.Wiring;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Conformance.SelfTests.Suite;

/// <summary>A server that keeps its contract is accused of nothing, whichever of the allowed ways it goes.</summary>
public sealed class ReferenceRunTests
{
    private static readonly ReferenceServerOptions Matrix = new() { Dialect = Dialect.Matrix };

    private static readonly ReferenceServerOptions Koyeb = new() { Dialect = Dialect.Koyeb };

    private static IEnumerable<TestCaseData<ReferenceServerOptions>> AllowedServers =>
    [
        Named("Matrix", Matrix),
        Named("Matrix without refresh tokens", Matrix with { IssuesRefreshTokens = false }),
        Named("Matrix without encryption", Matrix with { ServesDeviceKeys = false }),
        Named("Matrix with everything that operators can name", EmbeddedServers.Matrix),
        Named("Matrix with everything of v1.11", EmbeddedServers.Matrix with { Versions = ["v1.11"] }),
        Named("Matrix with everything but administration through the API", EmbeddedServers.Matrix with { Versions = ["v1.17"] }),
        Named("Matrix without rooms", Matrix with { ServesRooms = false }),
        Named("Matrix without login tokens and guests", Matrix with { ServesLoginTokens = false, AllowsGuests = false }),
        Named("Matrix that tells servers at a login", Matrix with { TellsHomeServer = true, TellsWellKnown = true }),
        Named("Matrix with accounts named in full", Matrix with { NamesAccountsInFull = true }),
        Named("Matrix without new refresh tokens", Matrix with { RotatesRefreshTokens = false }),
        Named("Matrix that ends access tokens at refresh", Matrix with { EndsOldTokenAtRefresh = true }),
        Named("Matrix that refreshes as sparely as it may", Matrix with { RotatesRefreshTokens = false, EndsOldTokenAtRefresh = true }),
        Named("Matrix whose access tokens expire soon", Matrix with { AccessTokenLifetime = TimeSpan.FromSeconds(2) }),
        Named("Matrix whose access tokens expire soon and end at refresh", Matrix with { AccessTokenLifetime = TimeSpan.FromSeconds(2), EndsOldTokenAtRefresh = true }),
        Named("Matrix whose access tokens expire soon, without new refresh tokens", Matrix with { AccessTokenLifetime = TimeSpan.FromSeconds(2), RotatesRefreshTokens = false }),
        Named("Matrix that limits logins", Matrix with { LoginsPerSecond = 30 }),
        Named("Matrix that announces OAuth", Matrix with { AnnouncesOAuth = true }),
        Named("Matrix of an old version", Matrix with { Versions = ["r0.6.1"] }),
        Named("Matrix of a late version", Matrix with { Versions = ["v1.19"] }),
        Named("Matrix of v1.20 alone", Matrix with { Versions = ["v1.20"] }),
        Named("Koyeb", Koyeb),
        Named("Koyeb without profiles", Koyeb with { ServesProfile = false }),
    ];

    [TestCaseSource(nameof(AllowedServers))]
    public async Task A_server_that_keeps_its_contract_is_green(ReferenceServerOptions options)
    {
        await using var server = await ReferenceServer.Start(options);
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "good", strict: true));

        var outcome = await SuiteRunner.Run(run);

        var record = SuiteRuns.WrittenRecordOf(run, "good");
        using var scope = new AssertionScope();
        outcome.Result.ResultState.Status.Should().NotBe(TestStatus.Failed, outcome.AllText);
        record.Requirements.Where(row => row.Verdict is not (Verdict.Pass or Verdict.Observed or Verdict.NotApplicable)).Should().BeEmpty();
        record.Requirements.Where(row => row.Verdict == Verdict.NotApplicable && row.Reason is null).Should().BeEmpty();
        record.Scenarios.SelectMany(scenario => scenario.LeftOpen).Should().BeEmpty("every session that was opened is closed again");
    }

    // The specification says both "may" and "will" (AMB-1): strictly read, they violate that one row and no other.
    [TestCase(true)]
    [TestCase(false)]
    public async Task A_server_that_keeps_old_tokens_at_a_login_on_a_known_device_is_red_for_that_alone(bool issuesRefreshTokens)
    {
        await using var server = await ReferenceServer.Start(Matrix with { EndsOldTokensAtRelogin = false, IssuesRefreshTokens = issuesRefreshTokens });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "keeping", strict: true));

        await SuiteRunner.Run(run);

        var record = SuiteRuns.RecordOf(run, "keeping");
        record.Requirements.Where(row => row.Verdict is not (Verdict.Pass or Verdict.Observed or Verdict.NotApplicable)).Select(row => row.Id)
            .Should().BeEquivalentTo("MTX-LOGIN-09");
        record.Scenarios.SelectMany(scenario => scenario.LeftOpen).Should().BeEmpty("every session that was opened is closed again");
    }

    [TestCase("/_matrix/client/r0")]
    [TestCase("/_matrix/client/unstable")]
    public async Task Another_path_prefix_gives_the_same_verdicts(string prefix)
    {
        await using var server = await ReferenceServer.Start(Matrix);
        using var usual = SuiteRuns.Against(SuiteRuns.Slot(server, "usual"));
        using var other = SuiteRuns.Against(EmbeddedServers.Slot("other", server, settings => settings with { PathPrefix = prefix }));

        await SuiteRunner.Run(usual);
        await SuiteRunner.Run(other);

        Verdicts(SuiteRuns.RecordOf(other, "other")).Should().BeEquivalentTo(Verdicts(SuiteRuns.RecordOf(usual, "usual")));
    }

    [Test]
    public async Task A_target_file_gives_the_same_verdicts_as_the_embedded_server()
    {
        await using var server = await ReferenceServer.Start(EmbeddedServers.Matrix);
        var (settings, _) = TargetFile.Parse(server.TargetFile("from-file"), "target.json", _ => ReferenceAccounts.Password);
        using var fromFile = SuiteRuns.Against(new TargetSlot("from-file", TargetDialect.Matrix, () => Task.FromResult(settings!)));
        using var embedded = SuiteRuns.Against(EmbeddedServers.Slots()[0]);

        await SuiteRunner.Run(fromFile);
        await SuiteRunner.Run(embedded);

        Verdicts(SuiteRuns.RecordOf(fromFile, "from-file")).Should().BeEquivalentTo(Verdicts(SuiteRuns.RecordOf(embedded, "reference-matrix")));
    }

    private static IEnumerable<(string Id, Verdict Verdict)> Verdicts(RunRecord record) => record.Requirements.Select(row => (row.Id, row.Verdict));

    private static TestCaseData<ReferenceServerOptions> Named(string name, ReferenceServerOptions options) =>
        new TestCaseData<ReferenceServerOptions>(options).SetArgDisplayNames(name);
}
