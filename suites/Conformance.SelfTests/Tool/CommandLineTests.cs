using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.Reports.Records;
using Conformance.Tool;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Tool;

/// <summary>What all commands have in common: sentences for errors, help that teaches; and the smallest of them, fold.</summary>
// Each test has a folder of its own, and they run at once.
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CommandLineTests : IDisposable
{
    private static readonly string[] ReadingCommands =
        ["gate", "report", "diff", "merge", "list requirements", "list scenarios", "show MTX-LOGOUT-02"];

    private readonly ToolFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestCase]
    [TestCase("doctor")]
    [TestCase("doctor", "one.json", "two.json")]
    [TestCase("gate"), TestCase("fold"), TestCase("report"), TestCase("list"), TestCase("show")]
    [TestCase("gaet", "run.json")]
    [TestCase("gate", "run.json", "--profile")]
    [TestCase("gate", "run.json", "--nope")]
    [TestCase("diff", "one.json")]
    [TestCase("diff", "one.json", "two.json", "--fail-on", "everything")]
    [TestCase("diff", "one.json", "two.json", "--json", "--markdown")]
    [TestCase("merge", "run.json")]
    [TestCase("list", "nonsense")]
    [TestCase("list", "requirements", "--dialect", "klingon")]
    [TestCase("list", "requirements", "--level", "musst")]
    [TestCase("list", "requirements", "--endpoint", "/nowhere")]
    [TestCase("list", "requirements", "--profile", "nope")]
    [TestCase("list", "requirements", "--verdict", "passed")]
    [TestCase("list", "requirements", "--verdict", "pass")]
    [TestCase("list", "scenarios", "--verdict", "pass")]
    [TestCase("show", "MTX-LOGUOT-02")]
    [TestCase("waive", "run.json", "MTX-LOGOUT-02")]
    [TestCase("site", "run.json"), TestCase("site", "--out", "public"), TestCase("submit-check")]
    [TestCase("approve", "everything")]
    [TestCase("approve", "--fault")]
    [TestCase("approve", "--repository", "/nowhere")]
    public async Task Refuses_a_bad_command_line(params string[] args) => (await ToolCall.Of(args)).ShouldBeOneSentence(ExitCode.BadUsage);

    [TestCase("not JSON")]
    [TestCase("""{ "formatVersion": 9 }""")]
    [TestCase("""{ "formatVersion": 1, "target": {} }""")]
    [TestCase("""{ "formatVersion": 1, "runs": [] }""")]
    [TestCase("{\"kind\":\"nonsense\"}\n{\"kind\":\"nonsense\"}\n")]
    public async Task Refuses_an_unreadable_record(string json)
    {
        var run = folder.Save("run.json", json);

        foreach (var command in ReadingCommands)
            (await ToolCall.Of(Line(command, run))).ShouldBeOneSentence(ExitCode.UnreadableRecord);
    }

    [TestCase("nowhere.json")]
    [TestCase("nowhere.jsonl")]
    [TestCase("")]
    [TestCase(".")]
    [TestCase("\0")]
    public async Task Refuses_what_is_no_file(string path)
    {
        foreach (var command in ReadingCommands)
            (await ToolCall.Of(Line(command, path))).ShouldBeOneSentence(ExitCode.UnreadableRecord);

        (await ToolCall.Of("fold", path)).ShouldBeOneSentence(ExitCode.UnreadableRecord);
    }

    [TestCase("gate", "", "run.json is empty; name a run.json")]
    [TestCase("fold", "", "run.json is empty")]
    [TestCase("fold", "{ \"formatVersion\": 1 }", "run.json is no journal; name the journal.jsonl of a run")]
    [TestCase("gate", null, "run.json is a folder; name the run.json in it")]
    [TestCase("fold", null, "run.json is a folder")]
    [TestCase("verify", null, "run.json is a folder; name a bundle")]
    public async Task Says_what_a_file_is_that_it_cannot_read(string command, string? text, string sentence)
    {
        var path = text is null ? Directory.CreateDirectory(folder.PathTo("run.json")).FullName : folder.Save("run.json", text);

        var call = await ToolCall.Of(command, path);

        call.ShouldBeOneSentence(ExitCode.UnreadableRecord);
        call.Error.Should().Contain(sentence);
    }

    [TestCase("gate")]
    [TestCase("fold")]
    [TestCase("verify")]
    public async Task Says_that_there_is_no_such_file(string command) =>
        (await ToolCall.Of(command, "nowhere.json")).Error.Should().StartWith("conformance: there is no file nowhere.json; name a ");

    [Test]
    public async Task Refuses_an_output_that_cannot_be_written()
    {
        var run = folder.Save("run.json", Reports.SampleRun.Record);
        var journal = folder.Save("journal.jsonl", Started, Ended);

        (await ToolCall.Of("fold", journal, "--out", folder.FullName)).ShouldBeOneSentence(ExitCode.BadUsage);
        (await ToolCall.Of("merge", run, "--out", folder.FullName)).ShouldBeOneSentence(ExitCode.BadUsage);
        (await ToolCall.Of("report", run, "--out", run)).ShouldBeOneSentence(ExitCode.BadUsage);
    }

    [Test]
    public async Task Says_in_one_sentence_that_its_own_output_cannot_be_written()
    {
        using var error = new StringWriter();
        using var full = new FullDisk();

        var code = await ConformanceTool.Run(["list", "profiles", "--json"], full, error);

        new ToolCall((ExitCode)code, "", error.ToString()).ShouldBeOneSentence(ExitCode.BadUsage);
    }

    [Test]
    public async Task Folds_the_journal_of_a_killed_run_and_names_what_is_unjudged()
    {
        var journal = folder.Save(
            "journal.jsonl",
            Started,
            Planned("MTX-LOGOUT-02", "A"),
            Planned("MTX-LOGOUT-03", "B"),
            Finished("MTX-LOGOUT-02", Verdict.Pass, "A"));
        await File.AppendAllTextAsync(journal, "{\"kind\":");

        var call = await ToolCall.Of("fold", journal);

        call.Code.Should().Be(ExitCode.Success);
        call.Output.Should().Contain("planned scenarios without a verdict: 1").And.Contain("MTX-LOGOUT-03: B");
        var run = folder.PathTo("run.json");
        RunRecordJson.Read(await File.ReadAllTextAsync(run), run).EndedAt.Should().BeNull();
    }

    [Test]
    public async Task Reads_a_journal_in_which_all_that_may_be_absent_is()
    {
        var finished = Finished("MTX-LOGOUT-02", Verdict.Fail) with
        {
            Findings = [Finding("MTX-LOGOUT-02", Verdict.Fail)],
            Exchanges = [Exchange(1, "GET /devices", 200) with { Response = null }],
        };
        var journal = folder.Save("journal.jsonl", Started, new PreflightFinished(), finished, Ended);

        var call = await ToolCall.Of("fold", journal, "--out", folder.PathTo("other.json"));

        call.Code.Should().Be(ExitCode.Success);
        call.Output.Should().Contain("other.json: 1 scenarios").And.Contain("every planned scenario has a verdict");
    }

    [TestCase("doctor", "0 1 2 3")]
    [TestCase("gate", "0 1 2 3 4 5 6 7 8")]
    [TestCase("report", "0 2 4")]
    [TestCase("diff", "0 1 2 4")]
    [TestCase("merge", "0 2 4")]
    [TestCase("fold", "0 2 4")]
    [TestCase("list", "0 2 4")]
    [TestCase("list requirements", "0 2 4")]
    [TestCase("show", "0 2 4")]
    [TestCase("site", "0 2 4"), TestCase("submit-check", "0 1 2 3 4 5 6 7")]
    [TestCase("approve", "0 1 2")]
    public async Task Explains_a_command_with_examples_and_its_exit_codes(string command, string codes)
    {
        var call = await ToolCall.Of(Line(command, "--help"));

        call.Code.Should().Be(ExitCode.Success);
        call.Output.Split('\n').Should().OnlyContain(line => line.Length <= 80);
        call.Output.Should().Contain($"Examples:\n  conformance {command}");
        var explained = call.Output[call.Output.IndexOf("Exit codes:", StringComparison.Ordinal)..].Split('\n')[1..];
        explained.Where(line => line.Length > 0).Select(line => line[2..3]).Should().Equal(codes.Split(' '));
    }

    [Test]
    public async Task Explains_every_exit_code()
    {
        var call = await ToolCall.Of("--help");

        call.Code.Should().Be(ExitCode.Success);
        call.Output[call.Output.IndexOf("Exit codes:", StringComparison.Ordinal)..].Should()
            .ContainAll(Enum.GetValues<ExitCode>().Select(each => $"  {(int)each}  "));
    }

    private string[] Line(string command, string file) => command switch
    {
        "diff" when file != "--help" => ["diff", file, file],
        "merge" when file != "--help" => ["merge", file, "--out", folder.PathTo("out.json")],
        _ => [.. command.Split(' '), file],
    };

    private sealed class FullDisk : StringWriter
    {
        public override void Write(string? value) => throw new IOException("No space left on device");
    }
}
