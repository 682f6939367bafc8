using System.Text;
using Conformance.Reports.Bundles;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Bundles;

/// <summary>An archive that lacks files, has others or is none never passes for the bundle that was packed.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class BundleArchiveTests
{
    [Test]
    public async Task A_missing_file_is_found([Values("run.json", "journal.jsonl", "summary.md", "attestation.json")] string path)
    {
        var files = PackedRun.FilesOf(await PackedRun.Pack()).Where(file => file.Path != path);

        PackedRun.Verify(PackedRun.Repack(files)).Problems.Should().Contain(problem => problem.File == path && (problem.Problem.Contains(
            "is missing", StringComparison.Ordinal) || problem.Problem.Contains("not in the bundle", StringComparison.Ordinal)));
    }

    [TestCase("more.txt", "not attested")]
    [TestCase("../evil.txt", "outside")]
    [TestCase("/evil.txt", "outside")]
    [TestCase("a\\evil.txt", "outside")]
    [TestCase("c:evil.txt", "outside")]
    [TestCase("run.json", "twice")]
    [TestCase("RUN.json", "twice")]
    public async Task An_additional_file_is_found(string path, string problem)
    {
        var files = PackedRun.FilesOf(await PackedRun.Pack()).Append(new BundleFile(path, "x"u8.ToArray()));

        PackedRun.Verify(PackedRun.Repack(files)).Problems
            .Should()
            .Contain(each =>
                each.File.Equals(path, StringComparison.OrdinalIgnoreCase) && each.Problem.Contains(problem, StringComparison.Ordinal));
    }

    [Test]
    public void A_bundle_of_too_many_files_is_not_read() =>
        PackedRun.Verify(
            PackedRun.Repack(Enumerable.Range(0, 4).Select(i => new BundleFile($"{i}", default))),
            bounds: new BundleBounds(3, 1000)).Problems
            .Should().Contain(problem => problem.Problem.Contains("has 4 files, and 3 are the most", StringComparison.Ordinal));

    [Test]
    public void A_file_that_unpacks_beyond_bounds_is_not_read() =>
        PackedRun.Verify(PackedRun.Repack([new("bomb", new byte[100_000])]), bounds: new BundleBounds(3, 99_999)).Problems
            .Should().Contain(new BundleProblem("bomb", "makes the bundle larger than what is read"));

    [Test]
    public void What_is_no_archive_is_told_as_such()
    {
        var reading = () => PackedRun.Verify(Encoding.UTF8.GetBytes(new string('x', 1000)));

        reading.Should().Throw<InvalidDataException>();
    }

    [Test]
    public async Task A_damaged_archive_never_verifies_as_something_else()
    {
        var bundle = await PackedRun.Pack();
        var sound = Evidence(bundle);
        foreach (var position in Enumerable.Range(0, 200).Select(i => (int)((long)i * (bundle.Length - 1) / 199)))
        {
            var damaged = (byte[])bundle.Clone();
            damaged[position] ^= 0x41;
            if (Problems(damaged) is { Count: 0 })
            {
                Evidence(damaged)
                    .Should()
                    .BeEquivalentTo(
                        sound,
                        options => options
                            .ComparingByMembers<BundleFile>()
                            .Using<ReadOnlyMemory<byte>>(bytes => bytes.Subject.ToArray().Should().Equal(bytes.Expectation.ToArray()))
                            .WhenTypeIs<ReadOnlyMemory<byte>>());
            }
        }
    }

    // Without a signature, what the attestation tells of the tool's version is anybody's word.
    private static IEnumerable<BundleFile> Evidence(byte[] bundle) =>
        PackedRun.FilesOf(bundle).Where(file => file.Path != BundleContents.Attestation);

    private static IReadOnlyList<BundleProblem> Problems(byte[] bundle)
    {
        try
        {
            return PackedRun.Verify(bundle).Problems;
        }
        catch (InvalidDataException)
        {
            return [new("bundle", "is no archive")];
        }
    }
}
