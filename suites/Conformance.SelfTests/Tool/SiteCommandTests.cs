using System.Diagnostics;
using Conformance.Reports.Records;
using Conformance.SelfTests.Reports;
using Conformance.SelfTests.Reports.Register;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance site</c>: a register of whatever runs have left.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SiteCommandTests : IDisposable
{
    private readonly ToolFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Test]
    public async Task Builds_a_site_of_many_runs_and_says_where_it_begins()
    {
        foreach (var (place, record) in SampleRegister.Records.Index())
            folder.Save($"runs/{place:00}/run.json", record);

        var building = Stopwatch.StartNew();
        var call = await Site(folder.PathTo("runs"));
        await TestContext.Out.WriteLineAsync($"36 runs of 12 implementations took {building.ElapsedMilliseconds} ms");

        call.Code.Should().Be(ExitCode.Success, call.Error);
        call.Output.Should().Be($"12 implementations, 36 runs\n{folder.PathTo("public/index.html")}\n");
        Directory.GetFiles(folder.PathTo("public/certificates")).Should().HaveCount(36);
        Directory.GetDirectories(folder.FullName).Should().HaveCount(2, "nothing unfinished is left");
    }

    [Test]
    public async Task Takes_records_run_sets_journals_bundles_and_submissions_together()
    {
        var set = folder.Save("set.json", RunSetJson.Write([.. SampleRegister.Records.Take(2)]));
        var journal = folder.Save("journal.jsonl", Journals.Started, Journals.Ended);
        await File.WriteAllBytesAsync(folder.PathTo("evidence"), await PackedRun.Pack());
        await Submit("submissions/example");

        var call = await Site(set, journal, folder.PathTo("evidence"), folder.PathTo("submissions"));

        call.Output.Should().StartWith("4 implementations, 5 runs\n", call.Error);
        var front = await File.ReadAllTextAsync(folder.PathTo("public/index.html"));
        front.Should().Contain("Example server").And.Contain("verified, unsigned").And.Contain("record alone");
    }

    [Test]
    public async Task Names_bundles_that_do_not_hold()
    {
        var files = PackedRun.FilesOf(await PackedRun.Pack()).Where(file => file.Path != "badge.svg");
        await File.WriteAllBytesAsync(folder.PathTo("evidence.zip"), PackedRun.Repack(files));

        var call = await Site(folder.PathTo("evidence.zip"));

        call.Code.Should().Be(ExitCode.Success, call.Error);
        call.Output.Should().StartWith("not verified: recorded, recorded-").And.Contain("badge.svg");
    }

    [Test]
    public async Task Checks_signatures_by_the_key_that_it_is_given()
    {
        using var key = PackedRun.NewKey();
        await File.WriteAllBytesAsync(folder.PathTo("evidence.zip"), await PackedRun.Pack(key));

        await Site(folder.PathTo("evidence.zip"), "--key", folder.Save("pub.pem", key.ExportSubjectPublicKeyInfoPem()));

        (await File.ReadAllTextAsync(folder.PathTo("public/index.html"))).Should().Contain("verified, signed");
    }

    [Test]
    public async Task Calls_the_register_what_it_is_told_and_knows_its_address()
    {
        var call = await Site(
            folder.Save("run.json", SampleRun.Record), "--title", "Servers <of> example.org", "--url", "https://register.example.org/x");

        call.Code.Should().Be(ExitCode.Success, call.Error);
        (await File.ReadAllTextAsync(folder.PathTo("public/index.html"))).Should().Contain("<h1>Servers &lt;of&gt; example.org</h1>");
        (await File.ReadAllTextAsync(folder.PathTo("public/feed.atom"))).Should().Contain("\"https://register.example.org/x/feed.atom\"");
    }

    [Test]
    public async Task Replaces_an_earlier_site_and_nothing_of_it_stays()
    {
        await Site(folder.Save("run.json", SampleRun.Record));
        var other = folder.Save("other.json", SampleRegister.Records[0]);

        (await Site(other)).Code.Should().Be(ExitCode.Success);

        Directory.GetFiles(folder.PathTo("public/implementations")).Should().ContainSingle().Which.Should().StartWith(
            folder.PathTo("public/implementations/matrix-server-01-"));
        Directory.GetDirectories(folder.FullName).Should().Equal(folder.PathTo("public"));
    }

    [TestCase("notes.txt", "x", "has notes.txt in it, which no site has")]
    [TestCase("index.html", "x", "is not empty, and its register.json is not that of a site")]
    [TestCase("register.json", "{}", "is not empty, and its register.json is not that of a site")]
    [TestCase("register.json", "[1", "is not empty, and its register.json is not that of a site")]
    [TestCase(".git/config", "x", "has .git in it, which no site has")]
    [TestCase("badges/mine.png", "x", "has badges/mine.png in it, which no site has")]
    [TestCase("bundles/more/run.zip", "x", "has bundles/more in it, which no site has")]
    [TestCase("certificates", "x", "has certificates in it, which no site has")]
    public async Task Refuses_a_folder_with_something_else_in_it(string name, string text, string problem)
    {
        var file = folder.Save($"public/{name}", text);

        var call = await Site(folder.Save("run.json", SampleRun.Record));

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().Contain(problem).And.Contain("--out");
        (await File.ReadAllTextAsync(file)).Should().Be(text);
    }

    [Test]
    public async Task Refuses_to_write_over_what_it_reads()
    {
        var run = folder.Save("public/run.json", SampleRun.Record);

        (await Site(run)).Error.Should().Contain("would be written anew, and a run is read from it");
        (await Site(folder.PathTo("public"))).ShouldBeOneSentence(ExitCode.BadUsage);
        (await ToolCall.Of("site", run, "--out", run)).Error.Should().Contain("run.json is a file");
    }

    [Test]
    public async Task Tells_of_all_that_it_cannot_read_and_leaves_the_earlier_site()
    {
        await Site(folder.Save("run.json", SampleRun.Record));

        var call = await Site(folder.Save("one.json", "nonsense"), folder.Save("two.json", "{}"), folder.PathTo("nowhere.json"));

        call.ShouldBeOneSentence(ExitCode.UnreadableRecord);
        call.Error.Should().ContainAll("one.json", "two.json", "nowhere.json");
        Directory.GetFiles(folder.PathTo("public/implementations")).Should().ContainSingle();
        Directory.GetDirectories(folder.FullName).Should().Equal(folder.PathTo("public"));
    }

    [Test]
    public async Task Says_what_is_wrong_with_a_submission_or_a_folder()
    {
        await Submit("submissions/example");
        folder.Save("submissions/example/submission.json", "{}");
        (await Site(folder.PathTo("submissions"))).Error.Should().Contain("submission.json: formatVersion is missing");

        folder.Save("submissions/example/submission.json", System.Text.Encoding.UTF8.GetString(SampleSubmissions.Json()));
        File.Delete(folder.PathTo("submissions/example/evidence.zip"));
        (await Site(folder.PathTo("submissions"))).Error.Should().Contain("has no evidence.zip");

        Directory.CreateDirectory(folder.PathTo("empty"));
        (await Site(folder.PathTo("empty"))).ShouldBeOneSentence(ExitCode.UnreadableRecord);
        (await Site(folder.Save("x.zip", "PK\x3\x4 and nothing else"))).Error.Should().Contain("is no bundle");
    }

    [Test]
    public async Task Follows_no_link_out_of_a_folder()
    {
        folder.Save("outside/run.json", SampleRegister.Records[0]);
        folder.Save("runs/run.json", SampleRun.Record);
        Directory.CreateSymbolicLink(folder.PathTo("runs/more"), folder.PathTo("outside"));

        (await Site(folder.PathTo("runs"))).Output.Should().StartWith("1 implementations, 1 runs\n");
    }

    [TestCase("--url", "register")]
    [TestCase("--url", "javascript:alert(1)")]
    [TestCase("--title", "")]
    [TestCase("--key", "nowhere.pem")]
    public async Task Refuses_a_value_that_it_cannot_use(string option, string value) =>
        (await Site(folder.Save("run.json", SampleRun.Record), option, value)).ShouldBeOneSentence(ExitCode.BadUsage);

    private Task<ToolCall> Site(params string[] args) => ToolCall.Of(["site", .. args, "--out", folder.PathTo("public")]);

    private async Task Submit(string name)
    {
        Directory.CreateDirectory(folder.PathTo(name));
        foreach (var (file, content) in await SampleSubmissions.Files())
            await File.WriteAllBytesAsync(Path.Combine(folder.PathTo(name), file), content);
    }
}
