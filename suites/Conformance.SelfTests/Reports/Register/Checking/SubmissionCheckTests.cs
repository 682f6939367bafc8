using System.Text;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.Reports.Register.Checking;
using Conformance.Reports.Register.Submissions;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Register.Checking;

/// <summary>A register takes what is complete, holds, and meets its profile; whatever is wrong is told.</summary>
public sealed class SubmissionCheckTests
{
    [Test]
    public async Task Takes_a_submission_in_which_all_is_well()
    {
        var submission = Check(await SampleSubmissions.Files());

        submission.Problems.Should().BeEmpty();
        submission.IsAcceptable.Should().BeTrue();
        submission.Judgement.Should().StartWith("conformant to matrix-logout");
        submission.Submission.Should().Be(SampleRegister.Submission);
    }

    [Test]
    public async Task Checks_a_signature_by_the_key_that_is_beside_the_bundle()
    {
        using var key = PackedRun.NewKey();
        using var other = PackedRun.NewKey();
        var files = await SampleSubmissions.Files(key: key);

        Check(files).Should().Match<CheckedSubmission>(it => it.IsAcceptable && it.Signature!.StartsWith("signed with key.pub.pem"));

        files[Submission.Key] = Encoding.UTF8.GetBytes(other.ExportSubjectPublicKeyInfoPem());
        ShouldBe(Check(files), SubmissionFault.NotVerified, "bears no valid signature");
    }

    [Test]
    public async Task Names_a_key_that_is_none_and_checks_the_rest_all_the_same()
    {
        var files = await SampleSubmissions.Files(GatedRuns.Run(Verdict.Fail));
        files[Submission.Key] = "no key"u8.ToArray();

        Check(files).Problems.Select(problem => problem.Fault).Distinct().Should().Equal(
            SubmissionFault.Incomplete, SubmissionFault.NonConformant);
    }

    [Test]
    public async Task Names_everything_that_is_missing()
    {
        Check([]).Problems.Select(problem => (problem.Fault, problem.Place)).Should().Equal(
            (SubmissionFault.Incomplete, Submission.File), (SubmissionFault.Unreadable, Submission.Bundle));

        var files = await SampleSubmissions.Files();
        files[Submission.File] = "{}"u8.ToArray();
        Check(files).Problems.Should().HaveCount(7).And.OnlyContain(problem => problem.Fault == SubmissionFault.Incomplete);
    }

    [Test]
    public async Task Names_what_is_nothing_that_a_submission_has()
    {
        var submission = new SubmissionCheck(Journals.Noon, takesEmbedded: false, _ => []).Of(
            new("folder", await SampleSubmissions.Files(), ["notes.txt"]));

        ShouldBe(submission, SubmissionFault.Incomplete, "notes.txt is nothing that a submission has: remove it");
    }

    [TestCase(Submission.File, "{\0}")]
    [TestCase("README.md", "read\0me")]
    public async Task Refuses_text_that_people_do_not_see_as_programs_do(string name, string text)
    {
        var files = await SampleSubmissions.Files();
        files[name] = Encoding.UTF8.GetBytes(text);

        Check(files).Problems.Should().Contain(
            it => it.Fault == SubmissionFault.Incomplete && it.Place == name && it.Problem.Contains("NUL characters"));
    }

    [Test]
    public async Task Refuses_a_bundle_that_is_no_archive_or_was_edited()
    {
        var files = await SampleSubmissions.Files();
        var bundle = files[Submission.Bundle];

        files[Submission.Bundle] = "no archive"u8.ToArray();
        ShouldBe(Check(files), SubmissionFault.Unreadable, "is no ZIP archive");

        files[Submission.Bundle] = PackedRun.Repack(PackedRun.FilesOf(bundle).Where(file => file.Path != "run.json"));
        Check(files).Problems.Should().Contain(
            problem => problem.Fault == SubmissionFault.Unreadable && problem.Problem.Contains("no record"));

        files[Submission.Bundle] = PackedRun.Repack(PackedRun.FilesOf(bundle).Where(file => file.Path != "summary.md"));
        Check(files).Problems.Should().NotBeEmpty().And.OnlyContain(problem => problem.Fault == SubmissionFault.NotVerified);
    }

    [Test]
    public async Task Refuses_a_bundle_of_another_version_of_the_suite()
    {
        var journal = SampleSubmissions.JournalOf(SampleSubmissions.Conformant);
        var files = await SampleSubmissions.Files();
        files[Submission.Bundle] = await PackedRun.Pack(
            journal: [((RunStarted)journal[0]) with { SuiteVersion = "0.0.9" }, .. journal.Skip(1)]);

        Check(files).Problems.Should().Contain(
            problem => problem.Fault == SubmissionFault.NotVerified && problem.Problem.StartsWith("suiteVersion is 0.0.9"));
    }

    [TestCase(Verdict.Fail, SubmissionFault.NonConformant)]
    [TestCase(Verdict.Inconclusive, SubmissionFault.Inconclusive)]
    public async Task Refuses_a_run_that_does_not_meet_the_profile(Verdict verdict, SubmissionFault fault)
    {
        var submission = Check(await SampleSubmissions.Files(GatedRuns.Run(verdict)));

        submission.Problems.Should().OnlyContain(problem => problem.Fault == fault);
        submission.Problems.Should().Contain(problem => problem.Place == "MTX-LOGOUT-06");
    }

    [Test]
    public async Task Holds_waivers_against_the_day_of_the_check()
    {
        var files = await SampleSubmissions.Files(GatedRuns.Run(Verdict.Fail, "MTX-LOGOUT-06"));

        Check(files).Problems.Should().BeEmpty("it is waived until the end of June");
        Check(files, Journals.Noon.AddYears(1)).Problems.Should().Contain(problem => problem.Fault == SubmissionFault.WaiverProblem);
    }

    [TestCase("koyeb-s21")]
    [TestCase("matrix-everything")]
    [TestCase("matrix-logout@99")]
    public async Task Refuses_a_profile_that_there_is_none_of(string profile)
    {
        var files = await SampleSubmissions.Files();
        files[Submission.File] = SampleSubmissions.Json(SampleRegister.Submission with { Profile = profile });

        ShouldBe(Check(files), SubmissionFault.Incomplete, $"profile is {profile}: choose one of matrix-");
    }

    [Test]
    public async Task Takes_runs_against_the_servers_of_the_suite_itself_only_where_somebody_asks()
    {
        var run = SampleSubmissions.Conformant.At(SampleSubmissions.Conformant.Target with { Embedded = true });
        var files = await SampleSubmissions.Files(run);

        ShouldBe(Check(files), SubmissionFault.Incomplete, "reference server");
        new SubmissionCheck(Journals.Noon, takesEmbedded: true, _ => []).Of(new("folder", files, [])).Problems.Should().BeEmpty();
    }

    private static CheckedSubmission Check(Dictionary<string, byte[]> files, DateTimeOffset? now = null) =>
        new SubmissionCheck(now ?? Journals.Noon, takesEmbedded: false, _ => []).Of(new SubmittedFiles("folder", files, []));

    private static void ShouldBe(CheckedSubmission submission, SubmissionFault fault, string problem)
    {
        submission.IsAcceptable.Should().BeFalse();
        submission.Problems.Should().ContainSingle().Which.Should().Match<SubmissionProblem>(
            it => it.Fault == fault && it.Problem.Contains(problem));
    }
}
