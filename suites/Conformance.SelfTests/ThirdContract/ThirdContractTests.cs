using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports;
using Conformance.Reports.Bundles;
using Conformance.Reports.Diffing;
using Conformance.Reports.Gating;
using Conformance.Reports.Merging;
using Conformance.Reports.Records;
using Conformance.Reports.Verification;
using Conformance.Schemas.Contracts;
using Conformance.SelfTests.Reports;
using Conformance.SelfTests.Revocation;
using Conformance.SelfTests.WholeRuns;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.ThirdContract;

/// <summary>
/// A contract from another project, passed as an object, goes through all that is shared: the run, the session ledger, every format, the
/// gate, the comparison, the bundle and its verification. Form-encoded bodies, clients that authenticate by Basic, accounts without a
/// password: nothing of it is known to shared code.
/// </summary>
public sealed class ThirdContractTests
{
    private static readonly ContractSet Contracts = new(RevocationContract.Instance);

    private static readonly string[] Rows = [.. RevocationContract.Instance.Catalogue.Requirements.Select(row => row.Id)];

    [Test]
    public async Task A_server_that_keeps_it_is_conformant()
    {
        await using var server = await RevocationServer.Start(RevocationFault.None);
        using var run = RunAgainst(server);

        var outcome = await SuiteRunner.Run(run, typeof(RevocationRun).Assembly);

        outcome.Result.FailCount.Should().Be(0, outcome.AllText);
        outcome.Tests.Should().HaveCount(Rows.Length);
        var record = RecordOf(run);
        record.Requirements.Select(row => (row.Id, row.Verdict)).Should().Equal(Rows.Select(id => (id, Verdict.Pass)));
        record.Preflight!.LeftOpen.Concat(record.Scenarios.SelectMany(scenario => scenario.LeftOpen)).Should().BeEmpty();
        JudgedRun.Of(record, contracts: Contracts).Gate.Conformity.Should().Be(Conformity.Conformant);
        Recomputation.Of(record, Contracts).Contradictions.Should().BeEmpty();
    }

    [TestCase(RevocationFault.KeepsRevokedToken, "REV-ACCESS-01", "REV-REFRESH-01", "REV-HINT-01")]
    [TestCase(RevocationFault.TrustsHint, "REV-HINT-01", "REV-ACCESS-01")]
    public async Task A_server_that_breaks_it_is_red_for_what_it_breaks(RevocationFault fault, params string[] broken)
    {
        await using var server = await RevocationServer.Start(fault);
        using var run = RunAgainst(server);

        await SuiteRunner.Run(run, typeof(RevocationRun).Assembly);

        var record = RecordOf(run);
        record.Requirements.Where(row => row.Verdict is Verdict.Fail).Select(row => row.Id).Should().BeEquivalentTo(broken);
        record.Requirements.Where(row => row.Verdict is not (Verdict.Fail or Verdict.Pass)).Should().BeEmpty();
        JudgedRun.Of(record, contracts: Contracts).Gate.Conformity.Should().Be(Conformity.NonConformant);
        Recomputation.Of(record, Contracts).Contradictions.Should().BeEmpty();
    }

    [Test]
    public async Task Every_report_is_made_of_it_and_shows_no_secret()
    {
        await using var server = await RevocationServer.Start(RevocationFault.TrustsHint);
        using var run = RunAgainst(server);
        await SuiteRunner.Run(run, typeof(RevocationRun).Assembly);
        var record = RunRecordJson.Read(RunRecordJson.Write(RecordOf(run)), "run.json");
        var judged = JudgedRun.Of(record, contracts: Contracts);

        var files = ReportFormats.All.ToDictionary(
            format => format.Name, format => string.Concat(format.Write([judged]).Select(file => file.Text)));

        files
            .Where(file => file.Key != "badge" && !file.Value.Contains("REV-HINT-01", StringComparison.Ordinal))
            .Select(file => file.Key)
            .Should()
            .BeEmpty();
        files.Values.SelectMany(run.Slots[0].Target!.Vault.Leaks).Should().BeEmpty();
        files["certificate"].Should().Contain(RevocationContract.Instance.Title);
        RunDiff.Of(record, record, Contracts).IsEmpty.Should().BeTrue();
        RunMerging.Merge([new("one", record), new("two", record with { LeftOut = ["RevocationTests.Gone"] })], Contracts)
            .Should()
            .ContainSingle();
        using var packed = new MemoryStream();
        Bundle.Write(judged, PackedRun.Lines([.. run.Slots[0].Target!.Journal.Read()]), key: null, packed);
        packed.Position = 0;
        BundleVerification.Of(packed, signer: null, BundleBounds.Default, Contracts).Problems.Should().BeEmpty();
    }

    [Test]
    public async Task Without_its_object_nobody_guesses()
    {
        await using var server = await RevocationServer.Start(RevocationFault.None);
        using var run = RunAgainst(server);
        await SuiteRunner.Run(run, typeof(RevocationRun).Assembly);

        FluentActions.Invoking(() => JudgedRun.Of(RecordOf(run)))
            .Should()
            .Throw<UnknownProfileException>()
            .WithMessage("*'revocation'*matrix and koyeb*");
        Recomputation.Of(RecordOf(run)).Contradictions.Should().ContainSingle().Which.Place.Should().Be("target/dialect");
    }

    private static RunRecord RecordOf(ConformanceRun run) => SuiteRuns.RecordOf(run, "authorization-server");

    private static ConformanceRun RunAgainst(RevocationServer server)
    {
        var dialect = new RevocationDialect(RevocationServer.Client, server.NewCode);
        var settings = new TargetSettings
        {
            Name = "authorization-server",
            Contract = RevocationContract.Instance,
            BaseUrl = server.BaseUrl,
            PathPrefix = dialect.Defaults.PathPrefix,
            Accounts = [],
            Tolerances = dialect.Defaults.Tolerances,
            File = "made in process",
        };
        return SuiteRuns.Against(new TargetSlot(settings.Name, dialect, () => Task.FromResult(settings)));
    }
}
