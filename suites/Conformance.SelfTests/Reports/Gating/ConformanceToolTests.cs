using System.Text.Json;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Records;
using Conformance.Schemas.Profiles;
using Conformance.Tool;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Gating;

/// <summary>The command line: what a build server sees.</summary>
// Each test has a folder of its own, and they run at once.
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ConformanceToolTests
{
    private const string Profile = "matrix-logout";

    private DirectoryInfo folder = null!;

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("conformance-tool-");

    [TearDown]
    public void DeleteFolder() => folder.Delete(recursive: true);

    [TestCase(Verdict.Pass, ExitCode.Success, "conformant: staging")]
    [TestCase(Verdict.Fail, ExitCode.NonConformant, "not conformant: staging")]
    [TestCase(Verdict.Inconclusive, ExitCode.Inconclusive, "inconclusive: staging")]
    public async Task Ends_with_the_judgement_of_the_gate(Verdict verdict, ExitCode expected, string sentence)
    {
        var run = Save("run.json", RunRecordJson.Write(Run(verdict)));

        var (code, output, error) = await Call("gate", run, "--profile", Profile);

        (code, error).Should().Be((expected, ""));
        output.Should().StartWith(sentence).And.Contain("MTX-LOGOUT-02: pass");
    }

    [Test]
    public async Task Names_the_profiles_that_it_knows()
    {
        var (code, _, error) = await Call("gate", Save("run.json", RunRecordJson.Write(Run(Verdict.Pass))), "--profile", "nope");

        code.Should().Be(ExitCode.BadUsage);
        error.Should().Contain("nope").And.ContainAll(Profiles.Names);
    }

    [Test]
    public async Task Refuses_a_profile_of_another_dialect()
    {
        var (code, _, error) = await Call("gate", Save("run.json", RunRecordJson.Write(Run(Verdict.Pass))), "--profile", "koyeb-logout");

        code.Should().Be(ExitCode.BadUsage);
        error.Should().ContainAll("koyeb", "matrix");
    }

    [TestCase]
    [TestCase("gate")]
    [TestCase("gate", "run.json")]
    [TestCase("gaet", "run.json")]
    [TestCase("fold")]
    public async Task Refuses_a_bad_command_line(params string[] args) => ShouldBeOneSentence(await Call(args), ExitCode.BadUsage);

    [TestCase("not JSON")]
    [TestCase("""{ "formatVersion": 9 }""")]
    [TestCase("""{ "formatVersion": 1, "target": {} }""")]
    public async Task Refuses_an_unreadable_record(string json) =>
        ShouldBeOneSentence(await Call("gate", Save("run.json", json), "--profile", Profile), ExitCode.UnreadableRecord);

    [TestCase("gate", "nowhere.json", "--profile", Profile)]
    [TestCase("gate", "", "--profile", Profile)]
    [TestCase("fold", "nowhere.jsonl")]
    public async Task Refuses_a_missing_file(params string[] args) => ShouldBeOneSentence(await Call(args), ExitCode.UnreadableRecord);

    [Test]
    public async Task Folds_the_journal_of_a_killed_run_and_names_what_is_unjudged()
    {
        var journal = Lines(Started, Planned("MTX-LOGOUT-02", "A"), Planned("MTX-LOGOUT-03", "B"), Finished("MTX-LOGOUT-02", Verdict.Pass, "A"));
        var brokenOff = journal + "{\"kind\":";

        var (code, output, _) = await Call("fold", Save("journal.jsonl", brokenOff));

        code.Should().Be(ExitCode.Success);
        output.Should().Contain("planned scenarios without a verdict: 1").And.Contain("MTX-LOGOUT-03: B");
        var run = Path.Combine(folder.FullName, "run.json");
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
        var journal = Save("journal.jsonl", Lines(Started, new PreflightFinished(), finished, Ended));

        var (code, output, _) = await Call("fold", journal, "--out", Path.Combine(folder.FullName, "other.json"));

        code.Should().Be(ExitCode.Success);
        output.Should().Contain("other.json: 1 scenarios").And.Contain("every planned scenario has a verdict");
    }

    [Test]
    public async Task Refuses_an_output_that_cannot_be_written()
    {
        var journal = Save("journal.jsonl", Lines(Started, Ended));

        ShouldBeOneSentence(await Call("fold", journal, "--out", folder.FullName), ExitCode.BadUsage);
    }

    [TestCase("--help")]
    [TestCase("gate", "--help")]
    [TestCase("fold", "--help")]
    public async Task Explains_every_exit_code(params string[] args)
    {
        var (code, output, _) = await Call(args);

        code.Should().Be(ExitCode.Success);
        output[output.IndexOf("Exit codes:", StringComparison.Ordinal)..].Should()
            .ContainAll(Enum.GetValues<ExitCode>().Select(each => $"  {(int)each}  "));
    }

    private static RunRecord Run(Verdict last)
    {
        var required = Profiles.Find(Profile)!.Requires;
        return Fold(required.Select(id => Finished(id, id == required[^1] ? last : Verdict.Pass, id)));
    }

    private static string Lines(params JournalEntry[] entries) =>
        string.Concat(entries.Select(entry => JsonSerializer.Serialize(entry, JournalFormat.Line) + "\n"));

    private string Save(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task<(ExitCode Code, string Output, string Error)> Call(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await ConformanceTool.Run(args, output, error);
        return ((ExitCode)code, output.ToString(), error.ToString());
    }

    private static void ShouldBeOneSentence((ExitCode Code, string Output, string Error) result, ExitCode expected)
    {
        result.Code.Should().Be(expected);
        result.Error.TrimEnd().Should().StartWith("conformance: ").And.NotContain("\n");
        result.Output.Should().BeEmpty();
    }
}
