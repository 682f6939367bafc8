using Conformance.Record.Secrets;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Options;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>No artefact and no message of a run shows a token, a password or the session of a user-interactive authentication.</summary>
public sealed class SecretScanTests
{
    // Faults, so that there is evidence to show.
    [TestCase(Dialect.Matrix, "KeepsTokenAfterLogout")]
    [TestCase(Dialect.Matrix, "LogoutAllAsksForPassword")]
    [TestCase(Dialect.Koyeb, "KeepsBearerAfterLogout")]
    public async Task Nothing_that_a_run_leaves_behind_shows_a_secret(Dialect dialect, string fault)
    {
        await using var served = await ServedRun.StartPublishing(KnownServers.OptionsOf(dialect) with { Fault = fault }, "scanned");

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

        var outcome = await SuiteRunner.Run(run, "<filter><prop name='Requirement'>KOY-LOGOUT-01</prop></filter>");

        outcome.AllText.Should().Contain($"{notes} contains the value of <password#1~test>, and is no file of the suite: remove it");
        File.Exists(notes).Should().BeTrue("it belongs to somebody else");
    }

    // A target that is named like its password, so that every report would show it.
    [Test]
    public async Task Reports_that_would_show_a_secret_are_not_written_and_the_run_is_red()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var run = SuiteRuns.Publishing(SuiteRuns.Slot(server, ReferenceAccounts.Password));

        var outcome = await SuiteRunner.Run(run, "<filter><prop name='Requirement'>KOY-LOGOUT-01</prop></filter>");

        outcome.Result.ResultState.Status.Should().Be(TestStatus.Failed);
        outcome.AllText.Should().Contain("run.json would contain the value of <password#1~test>, and was not written")
            .And.Contain("certificate.html would contain the value of <password#1~test>, and was not written")
            .And.Contain("journal.jsonl contained the value of <password#1~test>, and was deleted");
        var written = Directory.EnumerateFiles(run.OutputFolder!, "*", SearchOption.AllDirectories).Select(File.ReadAllText);
        written.Should().NotContain(text => text.Contains(ReferenceAccounts.Password, StringComparison.Ordinal));
    }

    [Test]
    public async Task A_copy_of_a_journal_belongs_to_whoever_made_it()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var run = SuiteRuns.Publishing(SuiteRuns.Slot(server, "leaky"));
        var copy = Path.Combine(run.OutputFolder!, "leaky", "backup", "journal.jsonl");
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        await File.WriteAllTextAsync(copy, $"the password is {ReferenceAccounts.Password}");

        var outcome = await SuiteRunner.Run(run, "<filter><prop name='Requirement'>KOY-LOGOUT-01</prop></filter>");

        outcome.AllText.Should().Contain($"{copy} contains the value of <password#1~test>, and is no file of the suite: remove it");
        File.Exists(copy).Should().BeTrue();
    }
}
