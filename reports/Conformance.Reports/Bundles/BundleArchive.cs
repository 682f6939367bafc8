using System.IO.Compression;

namespace Conformance.Reports.Bundles;

/// <summary>How large a bundle may be, so that reading one takes bounded time and memory.</summary>
/// <param name="Files">The most files.</param>
/// <param name="Bytes">The most bytes of all files together.</param>
public sealed record BundleBounds(int Files, long Bytes)
{
    /// <summary>Room for thousands of scenarios.</summary>
    public static BundleBounds Default { get; } = new(100_000, 1L << 30);
}

/// <summary>Bundles as ZIP archives.</summary>
public static class BundleArchive
{
    // The earliest time that the format can tell; a bundle says nothing of when it was packed.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    // A plain file that its owner may write and all may read, as Unix says it.
    private const int PlainFile = unchecked((int)0x81A40000);

    /// <summary>Writes files in their order: the same files give the same bytes.</summary>
    /// <param name="files">The files.</param>
    /// <param name="output">Can be sought in; the lengths of files stand behind them otherwise, where
    /// <see cref="ArchiveLayout"/> refuses them.</param>
    public static void Write(IEnumerable<BundleFile> files, Stream output)
    {
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var file in files)
        {
            var entry = archive.CreateEntry(file.Path, CompressionLevel.Optimal);
            entry.LastWriteTime = NoTime;
            entry.ExternalAttributes = PlainFile;
            using var content = entry.Open();
            content.Write(file.Content.Span);
        }
    }

    /// <summary>Reads the files of a bundle, with what is wrong with the archive itself.</summary>
    /// <param name="input">The archive, from its beginning; it can be sought in.</param>
    /// <param name="bounds">How large it may be.</param>
    /// <exception cref="InvalidDataException">It is no ZIP archive.</exception>
    public static (IReadOnlyList<BundleFile> Files, IReadOnlyList<BundleProblem> Problems) Read(Stream input, BundleBounds bounds)
    {
        using var archive = new ZipArchive(input, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > bounds.Files)
            return ([], [new("bundle", $"has {archive.Entries.Count} files, and {bounds.Files} are the most that are read")]);

        var files = new List<BundleFile>();
        var problems = new List<BundleProblem>();
        var left = bounds.Bytes;
        foreach (var entry in archive.Entries)
        {
            var (content, problem) = Read(entry, left);
            if (problem is not null)
                problems.Add(new(entry.FullName, problem));
            if (content is not null)
                files.Add(new(entry.FullName, content));
            left -= content?.Length ?? 0;
        }

        // Not before its files are known to unpack within bounds: it unpacks them again.
        if (problems.Count == 0 && ArchiveLayout.Problem(All(input)) is { } hidden)
            problems.Add(new("bundle", $"{hidden}, which conformance bundle does not write: the archive was edited"));
        return (files, problems);
    }

    private static byte[] All(Stream input)
    {
        using var content = new MemoryStream();
        input.Position = 0;
        input.CopyTo(content);
        return content.ToArray();
    }

    private static (byte[]? Content, string? Problem) Read(ZipArchiveEntry entry, long left)
    {
        if (IsOutside(entry.FullName))
            return (null, "is a path outside of the bundle");
        try
        {
            return Bounded(entry, left) is { } content ? (content, null) : (null, "makes the bundle larger than what is read");
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException)
        {
            return (null, "cannot be unpacked: the archive was damaged or edited");
        }
    }

    // What an entry says of its length is the word of whoever packed it.
    private static byte[]? Bounded(ZipArchiveEntry entry, long left)
    {
        using var source = entry.Open();
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (source.Read(buffer) is > 0 and var count)
        {
            content.Write(buffer, 0, count);
            if (content.Length > left)
                return null;
        }

        return content.ToArray();
    }

    private static bool IsOutside(string path) =>
        path.Contains('\\', StringComparison.Ordinal)
        || path.Contains(':', StringComparison.Ordinal)
        || path.Any(char.IsControl)
        || path.Split('/').Any(segment => segment is "" or "." or "..");
}
