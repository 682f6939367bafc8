using Conformance.SelfTests.Reports;
using Conformance.SelfTests.Reports.Register;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance site</c> shows what was checked, the right copy of it, and says what it cannot write.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SiteEvidenceTests : IDisposable
{
    private readonly ToolFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestCase("submissions/run.json")]
    [TestCase("submissions/vendor/evidence.zip")]
    [TestCase("submissions/other/run.json")]
    public async Task Refuses_records_and_bundles_beside_submissions(string name)
    {
        Directory.CreateDirectory(folder.PathTo("submissions/vendor/one"));
        foreach (var (file, content) in await SampleSubmissions.Files())
            await File.WriteAllBytesAsync(folder.PathTo($"submissions/vendor/one/{file}"), content);
        var loose = folder.Save(name, SampleRegister.Records[0]);

        var call = await Site("public", folder.PathTo("submissions"));

        call.ShouldBeOneSentence(ExitCode.UnreadableRecord);
        call.Error.Should().Contain($"{loose} is beside submissions and part of none");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Shows_the_certificate_and_the_bundle_of_the_copy_that_holds(bool brokenFirst)
    {
        var bundle = await PackedRun.Pack();
        var (sound, broken) = (folder.PathTo("sound.zip"), folder.PathTo("broken.zip"));
        await File.WriteAllBytesAsync(sound, bundle);
        await File.WriteAllBytesAsync(
            broken, PackedRun.Repack(PackedRun.FilesOf(bundle).Where(file => file.Path != "summary.md")));

        var call = await Site("public", brokenFirst ? [broken, sound] : [sound, broken]);

        call.Code.Should().Be(ExitCode.Success, call.Error);
        var shown = Directory.GetFiles(folder.PathTo("public/bundles")).Should().ContainSingle().Which;
        (await File.ReadAllBytesAsync(shown)).Should().Equal(bundle);
        var certificate = Directory.GetFiles(folder.PathTo("public/certificates")).Should().ContainSingle().Which;
        (await File.ReadAllBytesAsync(certificate)).Should().Equal(
            PackedRun.FilesOf(bundle).Single(file => file.Path == "certificate.html").Content.ToArray());
        (await File.ReadAllTextAsync(folder.PathTo("public/index.html"))).Should().Contain("verified, unsigned");
    }

    [Test]
    [Platform("Linux", Reason = "the longest path there is of 4,095 bytes")]
    public async Task Says_in_one_sentence_that_a_file_cannot_be_written()
    {
        const int LongestFolder = 4_020;
        var path = "deep";
        while (folder.PathTo(path).Length < LongestFolder)
            path = $"{path}/{new string('d', Math.Min(200, LongestFolder - folder.PathTo(path).Length))}";

        (await Site(path, folder.Save("run.json", SampleRun.Record))).ShouldBeRefused(ExitCode.BadUsage, "cannot be written");
    }

    private Task<ToolCall> Site(string output, params string[] args) => ToolCall.Of(["site", .. args, "--out", folder.PathTo(output)]);
}
