using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports;
using Conformance.Reports.Records;
using Conformance.Reports.Text;
using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Journals;

namespace Conformance.SelfTests.Reports.Formats;

/// <summary>What all formats have in common: they depend on the record only, and a red run is red in each.</summary>
public sealed class EveryFormatTests
{
    private static readonly Dictionary<string, Func<RunRecord, bool>> ShowsRed = new()
    {
        ["junit"] = record => Written.Xml("junit", record) is { } suites
            && suites.Attribute("failures")!.Value + suites.Attribute("errors")!.Value != "00",
        ["ctrf"] = record => (int)Written.Json("ctrf", record)["results"]!["summary"]!["failed"]! > 0,
        ["sarif"] = record => Written.Json("sarif", record)["runs"]![0]! is var run
            && (!(bool)run["invocations"]![0]!["executionSuccessful"]!
                || run["invocations"]![0]!["toolExecutionNotifications"].Each().Any(told => (string)told["level"]! == "error")
                || run["results"].Each().Any(result => (string)result["level"]! == "error")),
        ["allure"] = record => Written.AllureResults(record).Any(result => (string)result["status"]! is "failed" or "broken"),
        ["earl"] = record => Written.Text("earl", record) is var text
            && (text.Contains("earl:failed\"", StringComparison.Ordinal) || text.Contains("earl:cantTell\"", StringComparison.Ordinal)),
        ["badge"] = record => !Written.Files("badge", record)
            .Single(file => file.Path == "badge.json").Text.Contains("\"conformant", StringComparison.Ordinal),
        ["summary"] = record => Written.Text("summary", record) is var text
            && (text.Contains("## Not met", StringComparison.Ordinal) || text.Contains("is red", StringComparison.Ordinal)),
    };

    // The others are about requirements only.
    private static readonly string[] TestFormats = ["junit", "ctrf", "sarif", "allure"];

    private static readonly string[] OfOthers = ["run.json", "journal.jsonl", "evidence.zip", "badge", "allure"];

    private static IEnumerable<string> Names => ReportFormats.All.Select(format => format.Name);

    private static IEnumerable<TestCaseData<string, RunRecord>> RedRuns =>
        from format in ShowsRed.Keys
        from red in new[] { Verdict.Fail, Verdict.Error, Verdict.Inconclusive }
        select new TestCaseData<string, RunRecord>(format, Conformant(red)).SetArgDisplayNames(format, red.ToString());

    private static IEnumerable<TestCaseData<string, RunRecord>> RunsRedByThemselves =>
        from format in TestFormats
        from red in new (string Name, RunRecord Record)[]
        {
            ("killed", Conformant() with { EndedAt = null }),
            ("other than declared", Conformant() with { Preflight = SampleRun.Record.Preflight }),
            ("waiver not needed", Fold([Waiver("MTX-LOGOUT-02")], [Finished("MTX-LOGOUT-02", Verdict.Pass)])),
            ("filtered", Fold([Finished("MTX-LOGOUT-02", Verdict.Pass)])),
            ("in passing",
                Fold([Finished("MTX-LOGOUT-02", Verdict.Pass) with
                {
                    Findings = [Finding("MTX-ERR-01", Verdict.Fail) with { Check = "StandardError" }],
                }])),
        }
        select new TestCaseData<string, RunRecord>(format, red.Record).SetArgDisplayNames(format, red.Name);

    [TestCaseSource(nameof(Names))]
    public void Writes_the_same_bytes_for_the_same_record(string format)
    {
        var copy = RunRecordJson.Read(RunRecordJson.Write(SampleRun.Record), "run.json");

        Written.Files(format, copy, copy).Should().Equal(Written.Files(format, SampleRun.Record, SampleRun.Record));
    }

    [TestCaseSource(nameof(Names))]
    public void Writes_no_path_twice_and_none_that_leaves_its_folder(string format)
    {
        var evil = SampleRun.Record with { Target = SampleRun.Record.Target with { Name = "../../x<y>\u0001" } };

        var paths = Written.Files(format, evil, evil, SampleRun.Record).Select(file => file.Path).ToList();

        paths
            .Should()
            .OnlyHaveUniqueItems().And
            .OnlyContain(path => !path.Contains("..", StringComparison.Ordinal) && !path.StartsWith('/') && !path.Contains('<'));
    }

    [TestCaseSource(nameof(Names))]
    public void Writes_lines_that_end_with_a_line_feed(string format) =>
        Written.Files(format, SampleRun.Record).Should().OnlyContain(file => file.Text.EndsWith('\n') && !file.Text.Contains('\r'));

    [TestCaseSource(nameof(RedRuns))]
    public void Shows_a_red_run_as_red(string format, RunRecord red)
    {
        ShowsRed[format](red).Should().BeTrue();
        ShowsRed[format](Conformant()).Should().BeFalse("else the line above says nothing");
    }

    [TestCaseSource(nameof(RunsRedByThemselves))]
    public void Shows_what_makes_a_run_red_beside_its_scenarios(string format, RunRecord red)
    {
        red.Scenarios.Should().OnlyContain(scenario => scenario.Verdict == Verdict.Pass);
        ShowsRed[format](red).Should().BeTrue();
    }

    [Test]
    public void Names_each_thing_that_makes_a_run_red_beside_its_scenarios()
    {
        var record =
            Fold([Waiver("MTX-LOGOUT-02")], [SampleRun.Record.Preflight!, Finished("MTX-LOGOUT-02", Verdict.Pass)]) with { EndedAt = null };

        var told = Written.Json("ctrf", record)["results"]!["tests"].Each().Where(test => test["labels"] is null);

        told.Select(test => ((string)test["name"]!, (string)test["rawStatus"]!)).Should().Equal(
            ("met_the_profile", "fail"), ("came_to_its_end", "error"), ("found_what_the_target_file_declares_1", "error"),
            ("could_apply_the_waiver_of_MTX-LOGOUT-02", "error"));
    }

    [TestCase(Verdict.Fail, "fail")]
    [TestCase(Verdict.NotApplicable, "fail")]
    [TestCase(Verdict.Inconclusive, "inconclusive")]
    public void Tells_by_the_kind_of_red_what_the_gate_says_of_the_profile(Verdict first, string status)
    {
        var told = Written.Json("ctrf", Conformant(first))["results"]!["tests"]
            .Each()
            .Single(test => (string)test["name"]! == "met_the_profile");

        ((string)told["rawStatus"]!).Should().Be(status);
        ((string)told["trace"]!)
            .Should()
            .Contain("matrix-logout version 3").And.EndWith($"not met: {KnownContracts.All.FindProfile("matrix-logout")!.Requires[0]}");
    }

    [TestCaseSource(nameof(Names))]
    public void Owns_all_that_it_writes_and_nothing_else(string name)
    {
        var format = ReportFormats.Find(name)!;
        var written = Written.Files(name, SampleRun.Record)
            .Concat(Written.Files(name, SampleRun.Record, HostileNames))
            .Select(file => file.Path.Split('/')[0])
            .Distinct()
            .ToList();

        written.Should().OnlyContain(entry => format.Owns(entry));
        format.Outputs.Should().OnlyContain(
            output => written.Any(entry => System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(output, entry, false)),
            "what is not written is not its own");
        ReportFormats.All.Where(other => written.Exists(other.Owns)).Should().Equal(format);
        OfOthers.Should().NotContain(entry => format.Owns(entry));
    }

    [Test]
    public void Tells_every_verdict_that_the_record_has()
    {
        var told = Written.Json("ctrf", SampleRun.Record)["results"]!["tests"].Each()
            .Where(test => test["labels"] is not null)
            .GroupBy(test => (string)test["labels"]!["requirement"]!, test => (string)test["rawStatus"]!);

        told.Select(group => (group.Key, group.First())).Should().BeEquivalentTo(
            SampleRun.Record.Requirements.Select(requirement => (requirement.Id, requirement.Verdict.Name())));
    }

    private static RunRecord HostileNames => SampleRun.Record with { Target = SampleRun.Record.Target with { Name = "../x*<y>" } };

    /// <summary>A run that meets matrix-logout, but for what one of its scenarios is said to have come to.</summary>
    private static RunRecord Conformant(Verdict first = Verdict.Pass)
    {
        var record = Fold(KnownContracts.All.FindProfile(
            "matrix-logout")!.Requires.Select((id, i) => Finished(id, i == 0 ? first : Verdict.Pass, $"LogoutTests.Keeps_{id}") with
            {
                Findings = i == 0 && first is Verdict.Fail ? [Finding(id, Verdict.Fail)] : [],
            }));
        return record with { Target = record.Target with { Profile = "matrix-logout" } };
    }
}
