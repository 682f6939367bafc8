using System.Buffers.Binary;
using System.Text;
using Conformance.Reports.Bundles;
using Conformance.Reports.Gating;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Bundles;

/// <summary>Nothing stands in a bundle that verifying does not look at.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class HiddenBytesTests
{
    // A whole file, as programs find it that read archives from their beginning.
    private static readonly byte[] HiddenFile = LocalFile("certificate.html", "CONFORMANT"u8.ToArray());

    [Test]
    public async Task A_bundle_as_it_was_packed_hides_nothing() => Problems(await PackedRun.Pack()).Should().BeEmpty();

    [Test]
    public async Task A_file_before_all_others_is_found() =>
        Problems(Moved([.. HiddenFile, .. await PackedRun.Pack()], HiddenFile.Length))
            .Should()
            .ContainSingle().Which.Should().StartWith("has bytes that belong to no file");

    [Test]
    public async Task A_file_before_all_others_is_found_where_no_offset_was_mended() =>
        Reading([.. HiddenFile, .. await PackedRun.Pack()]).Should().NotBeEmpty();

    [Test]
    public async Task A_file_that_the_directory_does_not_name_is_found()
    {
        var bundle = await PackedRun.Pack();
        var directory = DirectoryOf(bundle);

        Problems(Moved([.. bundle[..directory], .. HiddenFile, .. bundle[directory..]], HiddenFile.Length, moveFiles: false))
            .Should().ContainSingle().Which.Should().StartWith("has bytes that belong to no file");
    }

    [Test]
    public async Task Bytes_behind_the_archive_are_found() => Reading([.. await PackedRun.Pack(), .. HiddenFile]).Should().NotBeEmpty();

    [Test]
    public async Task Bytes_between_directory_and_end_are_found()
    {
        var bundle = await PackedRun.Pack();

        Reading([.. bundle[..^22], .. "hidden"u8, .. bundle[^22..]]).Should().NotBeEmpty();
    }

    [Test]
    public async Task A_comment_is_found()
    {
        var bundle = await PackedRun.Pack();
        BinaryPrimitives.WriteUInt16LittleEndian(bundle.AsSpan(bundle.Length - 2), 6);

        Problems([.. bundle, .. "hidden"u8]).Should().ContainSingle().Which.Should().StartWith("has bytes behind its directory");
    }

    [TestCase(0, false)]
    [TestCase(7, true)]
    public void Bytes_behind_the_compressed_data_of_a_file_are_found(int count, bool isFound)
    {
        var archive = PackedRun.Repack([new("a", new byte[1000])]);
        var directory = DirectoryOf(archive);
        byte[] longer = [.. archive[..directory], .. new byte[count], .. archive[directory..]];
        foreach (var length in (int[])[18, directory + count + 20])
        {
            BinaryPrimitives.WriteInt32LittleEndian(
                longer.AsSpan(length), BinaryPrimitives.ReadInt32LittleEndian(longer.AsSpan(length)) + count);
        }
        using var input = new MemoryStream(Moved(longer, count, moveFiles: false));

        var (files, problems) = BundleArchive.Read(input, BundleBounds.Default);

        files.Should().ContainSingle().Which.Content.Length.Should().Be(1000, "programs unpack it all the same");
        problems
            .Any(problem => problem.Problem.StartsWith("has bytes that belong to no file", StringComparison.Ordinal))
            .Should()
            .Be(isFound);
    }

    [Test]
    public async Task A_line_of_a_journal_that_says_two_things_is_found()
    {
        var journal = await RecordedRun.Journal;
        var line = Encoding.UTF8.GetString(PackedRun.Lines(journal));
        var doubled = line.Replace("\"verdict\":\"fail\"", "\"verdict\":\"pass\",\"verdict\":\"fail\"", StringComparison.Ordinal);
        using var output = new MemoryStream();
        Bundle.Write(JudgedRun.Of(RecordedRun.Fold(journal)), Encoding.UTF8.GetBytes(doubled), null, output);

        doubled.Should().NotBe(line);
        PackedRun.Verify(output.ToArray()).Problems.Should().ContainSingle().Which.Should()
            .Match<BundleProblem>(problem =>
                problem.File == BundleContents.Journal && problem.Problem.Contains("not a journal entry", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Problems(byte[] bundle) => PackedRun.Verify(bundle).Problems.Select(problem => problem.Problem);

    private static IEnumerable<string> Reading(byte[] bundle)
    {
        try
        {
            return [.. Problems(bundle)];
        }
        catch (InvalidDataException e)
        {
            return [e.Message];
        }
    }

    private static int DirectoryOf(byte[] bundle) => BinaryPrimitives.ReadInt32LittleEndian(bundle.AsSpan(bundle.Length - 6));

    // Mends what an archive says of where its directory and its files stand.
    private static byte[] Moved(byte[] bundle, int by, bool moveFiles = true)
    {
        var end = bundle.AsSpan(bundle.Length - 22);
        var directory = BinaryPrimitives.ReadInt32LittleEndian(end[16..]) + by;
        BinaryPrimitives.WriteInt32LittleEndian(end[16..], directory);
        var entry = directory;
        for (var left = moveFiles ? BinaryPrimitives.ReadUInt16LittleEndian(end[10..]) : 0; left > 0; left--)
        {
            BinaryPrimitives.WriteInt32LittleEndian(
                bundle.AsSpan(entry + 42), BinaryPrimitives.ReadInt32LittleEndian(bundle.AsSpan(entry + 42)) + by);
            entry += 46 + BinaryPrimitives.ReadUInt16LittleEndian(bundle.AsSpan(entry + 28));
        }

        return bundle;
    }

    private static byte[] LocalFile(string name, byte[] content)
    {
        var archive = PackedRun.Repack([new(name, content)]);
        return archive[..DirectoryOf(archive)];
    }
}
