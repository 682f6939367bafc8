using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Suites;
using FluentAssertions;
using NUnit.Framework;
using NUnit.Framework.Interfaces;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A run has its folder for itself, and writes nothing through links.</summary>
public sealed class OwnFolderTests
{
    private const string OneRow = "<filter><prop name='Requirement'>MTX-LOGOUT-01</prop></filter>";

    private static string NewFolder => Path.Combine(LastRuns.Folder, Guid.NewGuid().ToString("N"));

    [Test]
    public async Task A_second_run_is_red_and_leaves_the_first_alone()
    {
        var output = NewFolder;
        Directory.CreateDirectory(Path.Combine(output, "shared"));
        var journal = Path.Combine(output, "shared", "journal.jsonl");
        await File.WriteAllTextAsync(journal, "of the first run");
        using var first = new FileStream(Path.Combine(output, "shared.lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var outcome = await RunIn(output, "shared");

        TestOfTheRun(outcome).ResultState.Status.Should().Be(TestStatus.Failed);
        TestOfTheRun(outcome).Message.Should().Contain("another run is writing to").And.Contain("CONFORMANCE_OUTPUT");
        (await File.ReadAllTextAsync(journal)).Should().Be("of the first run");
    }

    [Test]
    public async Task The_folder_is_free_again_after_a_run()
    {
        var output = NewFolder;
        foreach (var _ in Enumerable.Range(0, 2))
            TestOfTheRun(await RunIn(output, "again")).ResultState.Status.Should().Be(TestStatus.Passed);
    }

    [Test]
    public async Task A_folder_that_is_a_link_is_refused()
    {
        var (output, elsewhere) = (NewFolder, Directory.CreateDirectory(NewFolder));
        Directory.CreateDirectory(output);
        Directory.CreateSymbolicLink(Path.Combine(output, "linked"), elsewhere.FullName);

        var outcome = await RunIn(output, "linked");

        TestOfTheRun(outcome).Message.Should().Contain("is a symbolic link");
        elsewhere.EnumerateFileSystemInfos().Should().BeEmpty();
    }

    [Test]
    public async Task A_lock_that_is_a_link_is_refused()
    {
        var (output, elsewhere) = (NewFolder, Path.Combine(LastRuns.Folder, Guid.NewGuid().ToString("N")));
        Directory.CreateDirectory(output);
        File.CreateSymbolicLink(Path.Combine(output, "linked.lock"), elsewhere);

        var outcome = await RunIn(output, "linked");

        TestOfTheRun(outcome).Message.Should().Contain("linked.lock is a symbolic link");
        File.Exists(elsewhere).Should().BeFalse();
    }

    [Test]
    public async Task Files_that_are_links_are_replaced_and_not_followed()
    {
        var output = NewFolder;
        var folder = Directory.CreateDirectory(Path.Combine(output, "linked"));
        var elsewhere = Directory.CreateDirectory(NewFolder);
        var precious = Path.Combine(elsewhere.FullName, "precious.txt");
        await File.WriteAllTextAsync(precious, "precious");
        foreach (var name in new[] { "journal.jsonl", "run.json", "certificate.html" })
            File.CreateSymbolicLink(Path.Combine(folder.FullName, name), precious);
        Directory.CreateSymbolicLink(Path.Combine(folder.FullName, "allure-results"), elsewhere.FullName);

        TestOfTheRun(await RunIn(output, "linked")).ResultState.Status.Should().Be(TestStatus.Passed);

        (await File.ReadAllTextAsync(precious)).Should().Be("precious");
        elsewhere.EnumerateFileSystemInfos().Select(entry => entry.Name).Should().Equal("precious.txt");
        folder.EnumerateFileSystemInfos().Should().OnlyContain(entry => entry.LinkTarget == null);
    }

    private static ITestResult TestOfTheRun(SuiteOutcome outcome) =>
        outcome.Tests.Single(result => result.Test.TypeInfo?.Type == typeof(RunTests));

    private static async Task<SuiteOutcome> RunIn(string output, string name)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var run = SuiteRuns.Publishing(SuiteRuns.Slot(server, name), output);
        return await SuiteRunner.Run(run, OneRow);
    }
}
