using Conformance.Record.Secrets;
using Conformance.ReferenceServers;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.Suite;

/// <summary>No artefact and no message of a run shows a token, a password or the session of a user-interactive authentication.</summary>
public sealed class SecretScanTests
{
    // Faults, so that there is evidence to show.
    [TestCase(Dialect.Matrix, "KeepsTokenAfterLogout")]
    [TestCase(Dialect.Matrix, "LogoutAllAsksForPassword")]
    [TestCase(Dialect.Koyeb, "KeepsBearerAfterLogout")]
    public async Task Nothing_that_a_run_leaves_behind_shows_a_secret(Dialect dialect, string fault)
    {
        await using var server = await ReferenceServer.Start(new ReferenceServerOptions { Dialect = dialect, Fault = fault });
        using var run = SuiteRuns.Publishing(SuiteRuns.Slot(server, "scanned"));

        var outcome = await SuiteRunner.Run(run);

        var vault = run.Slots[0].Target!.Vault;
        var artefacts = Directory.GetFiles(run.OutputFolder, "*", SearchOption.AllDirectories);
        using var scope = new AssertionScope();
        artefacts.Select(Path.GetFileName).Should().Contain(["journal.jsonl", "run.json", "summary.md", "certificate.html", "exchanges.har"]);
        artefacts.SelectMany(file => vault.Leaks(File.ReadAllText(file))).Should().BeEmpty();
        vault.Leaks(outcome.AllText).Should().BeEmpty();
        outcome.AllText.Should().Contain("<access-token#", "labels stand where the tokens were");
        vault.Leaks(ReferenceAccounts.Password).Should().ContainSingle(secret => secret.Kind == SecretKind.Password, "the scan would find one");
    }
}
