using Conformance.Record.Verdicts;
using Conformance.Reports.Records;
using Conformance.SelfTests.Reports;
using Conformance.SelfTests.WholeRuns;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.GatedRuns;

namespace Conformance.SelfTests.Tool;

/// <summary>
/// A run that ends before its first scenario leaves no record of an earlier run that a gate would take for its own; listing tests, and
/// other targets, leave records alone.
/// </summary>
public sealed class StaleRecordTests
{
    private static readonly string Output = Path.Combine(LastRuns.Folder, "stale");

    [Test]
    public async Task A_target_file_with_a_fault()
    {
        var record = Earlier("faulty", "faulty");
        var target = Path.Combine(Output, "faulty", "faulty.json");
        await File.WriteAllTextAsync(target, """{ "name": "faulty", "dialect": "matrix", "baseUrl": "nowhere", "accounts": [] }""");

        await Ends(target, "faulty", expected: 1);

        File.Exists(record).Should().BeFalse();
    }

    [Test]
    public async Task A_target_file_that_is_not_there()
    {
        var record = Earlier("missing", "staging");

        await Ends("no-such-file.json", "missing", expected: 1);
        // A run of other targets that can be begun makes no difference.
        await Ends(targets: null, "missing", expected: 1, "--filter", "FullyQualifiedName~NoSuchTest");

        (await ToolCall.Of("gate", record, "--profile", Profile)).Text(ExitCode.AnotherRun).Should().Contain("later run");
    }

    [Test]
    public async Task A_filter_that_matches_nothing()
    {
        var record = Earlier("unmatched", "reference-matrix");

        await Ends(targets: null, "unmatched", expected: 1, "--filter", "FullyQualifiedName~NoSuchTest");

        File.Exists(record).Should().BeFalse();
    }

    [Test]
    public async Task Listing_leaves_records_alone()
    {
        var record = Earlier("listed", "reference-matrix");

        await Ends(targets: null, "listed", expected: 0, "--list-tests");

        (await ToolCall.Of("gate", record, "--profile", Profile)).Text();
    }

    [Test]
    public async Task Records_of_other_targets_stay()
    {
        var record = Earlier("others", "another");

        await Ends(targets: null, "others", expected: 1, "--filter", "FullyQualifiedName~NoSuchTest");

        (await ToolCall.Of("gate", record, "--profile", Profile)).Text();
    }

    // As an earlier run would have left it, and green.
    private static string Earlier(string output, string target)
    {
        var path = Path.Combine(Output, output, target, "run.json");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var run = Run(Verdict.Pass);
        File.WriteAllText(path, RunRecordJson.Write(run.At(run.Target with { Name = target })));
        return path;
    }

    private static async Task Ends(string? targets, string output, int expected, params string[] arguments)
    {
        using var run = DotnetTest.Start(targets, output: Path.Combine(Output, output), arguments: arguments);
        var (code, console) = await run.End();
        code.Should().Be(expected, console);
    }
}
