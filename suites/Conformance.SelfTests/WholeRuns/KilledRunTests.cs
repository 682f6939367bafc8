using Conformance.Record.Journal;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Tool;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A run that is killed leaves a journal that reads, and tells what was not judged.</summary>
public sealed class KilledRunTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    [Test]
    public async Task The_journal_of_a_killed_run_names_what_was_not_judged()
    {
        await using var server = await ReferenceServer.Start(SlowServer);
        var target = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"killed-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(target, server.TargetFile("killed"));
        using var run = DotnetTest.Start(target);
        var journal = Path.Combine(run.OutputFolder, "killed", "journal.jsonl");
        var earlierRecord = Path.Combine(run.OutputFolder, "killed", "run.json");
        Directory.CreateDirectory(Path.GetDirectoryName(earlierRecord)!);
        await File.WriteAllTextAsync(earlierRecord, "{}");

        await WaitForFirstVerdict(journal);
        await run.Kill();

        var entries = JournalReader.Read(journal);
        entries.OfType<RunEnded>().Should().BeEmpty();
        using var told = new StringWriter();
        (await ConformanceTool.Run(["gate", earlierRecord], told, TextWriter.Null)).Should().Be((int)ExitCode.Inconclusive);
        (await ConformanceTool.Run(["fold", journal], told, TextWriter.Null)).Should().Be(0);
        var unjudged = entries.OfType<ScenarioPlanned>().Select(planned => planned.Scenario)
            .Except(entries.OfType<ScenarioFinished>().Select(finished => finished.Scenario)).ToList();
        unjudged.Should().NotBeEmpty();
        unjudged.Should().OnlyContain(scenario => told.ToString().Contains(scenario));
    }

    // Rate limits make a run last for minutes, of which only the first seconds are lived through.
    private static MatrixServerOptions SlowServer => new()
    {
        LoginsPerSecond = 3,
        Accounts = [Account("alice"), Account("bob")],
    };

    private static ReferenceAccount Account(string name) => new(name, ReferenceAccounts.Password, ReferenceAccounts.PasswordReference);

    private static async Task WaitForFirstVerdict(string journal)
    {
        using var bound = new CancellationTokenSource(Bound);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!File.Exists(journal) || !Text(journal).Contains("\"kind\":\"finished\"", StringComparison.Ordinal))
            await tick.WaitForNextTickAsync(bound.Token);
    }

    private static string Text(string journal)
    {
        using var reader = new StreamReader(new FileStream(journal, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }
}
