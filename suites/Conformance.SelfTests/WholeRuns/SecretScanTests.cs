using Conformance.Fixtures.Runs;
using Conformance.Record.Secrets;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.Reports.Gating;
using Conformance.Reports.Records;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>No artefact and no message of a run shows a token, a password or the session of a user-interactive authentication.</summary>
public sealed class SecretScanTests
{
    private const string OneRow = "<filter><prop name='Requirement'>KOY-LOGOUT-01</prop></filter>";

    // Faults, so that there is evidence to show.
    [TestCase(Dialect.Matrix, "KeepsTokenAfterLogout")]
    [TestCase(Dialect.Matrix, "LogoutAllAsksForPassword")]
    [TestCase(Dialect.Koyeb, "KeepsBearerAfterLogout")]
    public async Task Nothing_that_a_run_leaves_behind_shows_a_secret(Dialect dialect, string fault)
    {
        await using var served = await ServedRun.StartPublishing(KnownServers.OptionsOf(dialect) with { Faults = [fault] }, "scanned");

        var outcome = await SuiteRunner.Run(served.Run);

        var vault = served.Run.Slots[0].Target!.Vault;
        var artefacts = Directory.GetFiles(served.Run.OutputFolder!, "*", SearchOption.AllDirectories);
        using var scope = new AssertionScope();
        artefacts
            .Select(Path.GetFileName)
            .Should()
            .Contain(["journal.jsonl", "run.json", "summary.md", "certificate.html", "exchanges.har"]);
        artefacts.SelectMany(file => vault.Leaks(File.ReadAllText(file))).Should().BeEmpty();
        vault.Leaks(outcome.AllText).Should().BeEmpty();
        outcome.AllText.Should().Contain("<access-token#", "labels stand where the tokens were");
        vault
            .Leaks(ReferenceAccounts.Password)
            .Should()
            .ContainSingle(secret => secret.Kind == SecretKind.Password, "the scan would find one");
    }

    [Test]
    public async Task A_file_that_shows_a_secret_makes_the_run_red()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var run = SuiteRuns.Publishing(SuiteRuns.Slot(server, "leaky"));
        var notes = Path.Combine(run.OutputFolder!, "leaky", "notes.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(notes)!);
        await File.WriteAllTextAsync(notes, $"the password is {ReferenceAccounts.Password}");

        var outcome = await SuiteRunner.Run(run, OneRow);

        outcome.AllText.Should().Contain($"{notes} contains the value of <password#1~test>, and is no file of the suite: remove it");
        File.Exists(notes).Should().BeTrue("it belongs to somebody else");
    }

    // A target that is named like its password, so that every report would show it.
    [Test]
    public async Task A_secret_in_what_was_recorded_is_replaced_and_the_run_is_red_and_its_evidence_kept()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var run = SuiteRuns.Publishing(SuiteRuns.Slot(server, ReferenceAccounts.Password));

        var outcome = await SuiteRunner.Run(run, OneRow);

        outcome.Result.ResultState.Status.Should().Be(TestStatus.Failed);
        outcome.AllText.Should().Contain("journal.jsonl contained the value of <password#1~test>, which was replaced");
        var written = Directory.GetFiles(run.OutputFolder!, "*", SearchOption.AllDirectories);
        written.Select(Path.GetFileName).Should().Contain(["journal.jsonl", "run.json", "certificate.html", "exchanges.har"]);
        written.Select(File.ReadAllText).Should().NotContain(text => text.Contains(ReferenceAccounts.Password, StringComparison.Ordinal));
        var json = await File.ReadAllTextAsync(written.Single(path => Path.GetFileName(path) == "run.json"));
        var record = RunRecordJson.Read(json, "run.json");
        record.SecretsReplaced.Should().ContainSingle();
        record.Scenarios.Should().ContainSingle().Which.Exchanges.Should().NotBeEmpty();
        JudgedRun.Of(record).Gate.Conformity.Should().Be(Conformity.Inconclusive);
    }

    [TestCase("status")]
    [TestCase("Requirement")]
    [TestCase("matrix")]
    public async Task A_secret_that_is_a_word_of_reports_makes_the_run_red_and_leaves_them_readable(string word)
    {
        var account = new ReferenceAccount("alice", word, ReferenceAccounts.PasswordReference);
        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Accounts = [account] });
        using var run = SuiteRuns.Publishing(SuiteRuns.Slot(
            server, "wordy", change: settings => settings with { Accounts = [settings.Accounts[0] with { Password = word }] }));

        var outcome = await SuiteRunner.Run(run, "<filter><prop name='Requirement'>MTX-LOGOUT-01</prop></filter>");

        outcome.Result.ResultState.Status.Should().Be(TestStatus.Failed);
        outcome.AllText.Should().Contain("is a word that reports consist of whatever a server says");
        var text = await File.ReadAllTextAsync(Path.Combine(run.OutputFolder!, "wordy", "run.json"));
        RunRecordJson.Read(text, "run.json").Scenarios.Should().ContainSingle().Which.Verdict.Should().Be(Verdict.Pass);
    }

    [Test]
    public async Task A_report_that_cannot_be_written_is_told_and_the_others_are_looked_through_and_written()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        var slot = SuiteRuns.Slot(server, "full");
        var folder = Path.Combine(LastRuns.Folder, Guid.NewGuid().ToString("N"));
        // Nothing can get the name of a folder that is not empty.
        var taken = Path.Combine(folder, "full", "exchanges.har");
        using var run = SuiteRuns.Publishing(
            new TargetSlot("full", slot.Dialect, () =>
            {
                Directory.CreateDirectory(Path.Combine(taken, "inside"));
                return slot.Open();
            }),
            folder);

        var outcome = await SuiteRunner.Run(run, OneRow);

        outcome.Result.ResultState.Status.Should().Be(TestStatus.Failed);
        outcome.AllText.Should().Contain($"{taken} could not be written (").And.NotContain("   at Conformance.");
        Directory.GetFiles(Path.Combine(folder, "full")).Select(Path.GetFileName)
            .Should().Contain(["run.json", "certificate.html"]).And.NotContain(name => name!.EndsWith(".tmp"));
    }

    [Test]
    public async Task A_copy_of_a_journal_belongs_to_whoever_made_it()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var run = SuiteRuns.Publishing(SuiteRuns.Slot(server, "leaky"));
        var copy = Path.Combine(run.OutputFolder!, "leaky", "backup", "journal.jsonl");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        await File.WriteAllTextAsync(copy, $"the password is {ReferenceAccounts.Password}");

        var outcome = await SuiteRunner.Run(run, OneRow);

        outcome.AllText.Should().Contain($"{copy} contains the value of <password#1~test>, and is no file of the suite: remove it");
        File.Exists(copy).Should().BeTrue();
    }
}
