using Conformance.Record.Verdicts;
using Conformance.SelfTests.Reports;
using Conformance.SelfTests.Reports.Register;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance submit-check</c>: what the CI of a register runs.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SubmitCheckCommandTests : IDisposable
{
    private const string Variable = "SELFTEST_SUBMITTED_SECRET";

    private readonly ToolFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Takes_a_submission_in_which_all_is_well()
    {
        var call = await ToolCall.Of("submit-check", await Submit("one"));

        call.Code.Should().Be(ExitCode.Success, call.Output);
        call.Error.Should().BeEmpty();
        call.Output.Should().StartWith("<!-- conformance submit-check -->").And.Contain("**1 of 1 can be accepted.**");
    }

    [Test]
    public async Task Tells_of_all_submissions_of_a_folder_and_ends_with_the_worst()
    {
        await Submit("all/sound");
        await Submit("all/vendor/broken", GatedRuns.Run(Verdict.Fail));
        await Submit("all/incomplete");
        folder.Save("all/incomplete/submission.json", "{}");

        var call = await ToolCall.Of("submit-check", folder.PathTo("all"));

        call.Code.Should().Be(ExitCode.BadUsage);
        call.Output.Should().Contain("**1 of 3 can be accepted.**").And.ContainAll("✓", "MTX-LOGOUT-06", "name is missing");
    }

    [TestCase(Verdict.Fail, ExitCode.NonConformant)]
    [TestCase(Verdict.Inconclusive, ExitCode.Inconclusive)]
    public async Task Ends_as_a_gate_does(Verdict verdict, ExitCode code) =>
        (await ToolCall.Of("submit-check", await Submit("one", GatedRuns.Run(verdict)))).Code.Should().Be(code);

    [Test]
    public async Task Holds_waivers_against_today()
    {
        var submission = await Submit("one", GatedRuns.Run(Verdict.Fail, "MTX-LOGOUT-06"));

        (await ToolCall.Of("submit-check", submission)).Code.Should().Be(ExitCode.Success);
        (await ToolCall.At(Journals.Noon.AddYears(1), "submit-check", submission)).Code.Should().Be(ExitCode.WaiverProblem);
    }

    [Test]
    public async Task Ends_otherwise_for_what_is_missing_edited_and_secret()
    {
        var submission = await Submit("one");
        var bundle = await File.ReadAllBytesAsync(folder.PathTo("one/evidence.zip"));

        File.Delete(folder.PathTo("one/evidence.zip"));
        (await ToolCall.Of("submit-check", submission)).Code.Should().Be(ExitCode.UnreadableRecord);

        var edited = PackedRun.Repack(PackedRun.FilesOf(bundle).Where(file => file.Path != "summary.md"));
        await File.WriteAllBytesAsync(folder.PathTo("one/evidence.zip"), edited);
        (await ToolCall.Of("submit-check", submission)).Code.Should().Be(ExitCode.NotVerified);

        folder.Save("one/README.md", "-----BEGIN EC PRIVATE KEY-----");
        (await ToolCall.Of("submit-check", submission)).Code.Should().Be(ExitCode.SecretFound);
    }

    [Test]
    public async Task Finds_the_values_of_variables_in_a_packed_record()
    {
        var submission = await Submit("one");
        Environment.SetEnvironmentVariable(Variable, "GET /elsewhere");

        var call = await ToolCall.Of("submit-check", submission, "--secret-env", Variable);

        call.Code.Should().Be(ExitCode.SecretFound);
        call.Output.Should().Contain(Variable.Replace("_", "\\_")).And.NotContain("GET /elsewhere");
    }

    [Test]
    public async Task Writes_the_comment_into_a_file()
    {
        var comment = folder.PathTo("out/comment.md");

        var call = await ToolCall.Of("submit-check", await Submit("one"), "--comment", comment);

        call.Should().Match<ToolCall>(it => it.Code == ExitCode.Success && it.Output.Length == 0 && it.Error.Length == 0);
        (await File.ReadAllTextAsync(comment)).Should().EndWith("is for people to say.\n");
    }

    [Test]
    public async Task Reports_whatever_is_beside_submissions()
    {
        await Submit("all/sound");
        folder.Save("all/run.json", SampleRegister.Records[0]);

        var call = await ToolCall.Of("submit-check", folder.PathTo("all"));

        call.Code.Should().Be(ExitCode.BadUsage);
        call.Output.Should().Contain("**1 of 2 can be accepted.**").And.Contain("run.json is beside submissions and part of none");
    }

    [TestCase("all/.env")]
    [TestCase("all/sound/key.pem")]
    [TestCase("all/sound/keys/vendor.pem")]
    public async Task Finds_a_secret_in_a_file_that_no_submission_has(string name)
    {
        await Submit("all/sound");
        folder.Save(name, "-----BEGIN EC PRIVATE KEY-----");

        (await ToolCall.Of("submit-check", folder.PathTo("all"))).Code.Should().Be(ExitCode.SecretFound);
    }

    [TestCase("README.md", 1024)]
    [TestCase("key.pub.pem", 64)]
    [TestCase("submission.json", 64)]
    [TestCase("evidence.zip", 100 * 1024)]
    public async Task Reads_no_file_that_is_too_long(string name, int kibibytes)
    {
        var submission = await Submit("one");
        using (var file = File.OpenWrite(folder.PathTo($"one/{name}")))
            file.SetLength((kibibytes * 1024) + 1);

        var call = await ToolCall.Of("submit-check", submission);

        call.Code.Should().Be(ExitCode.BadUsage);
        call.Output.Should().Contain($"has more than {kibibytes} KiB: make it smaller");
    }

    [Test]
    public async Task Follows_no_link_out_of_a_submission()
    {
        var submission = await Submit("one");
        File.Delete(folder.PathTo("one/submission.json"));
        await File.WriteAllBytesAsync(folder.PathTo("outside.json"), SampleSubmissions.Json());
        File.CreateSymbolicLink(folder.PathTo("one/submission.json"), folder.PathTo("outside.json"));

        var call = await ToolCall.Of("submit-check", submission);

        call.Code.Should().Be(ExitCode.BadUsage);
        call.Output.Should().Contain("submission.json is nothing that a submission has").And.Contain("submission.json: is missing");
    }

    [Test]
    public async Task Refuses_what_is_no_folder()
    {
        (await ToolCall.Of("submit-check", folder.PathTo("nowhere"))).ShouldBeOneSentence(ExitCode.UnreadableRecord);
        (await ToolCall.Of("submit-check", folder.Save("file", "x"))).ShouldBeOneSentence(ExitCode.UnreadableRecord);
        (await ToolCall.Of("submit-check", folder.FullName, "--comment", "")).ShouldBeOneSentence(ExitCode.BadUsage);
    }

    private async Task<string> Submit(string name, Conformance.Record.Runs.RunRecord? run = null)
    {
        Directory.CreateDirectory(folder.PathTo(name));
        foreach (var (file, content) in await SampleSubmissions.Files(run))
            await File.WriteAllBytesAsync(Path.Combine(folder.PathTo(name), file), content);

        return folder.PathTo(name);
    }
}
