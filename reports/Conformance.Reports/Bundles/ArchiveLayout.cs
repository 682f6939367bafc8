using System.Buffers.Binary;

namespace Conformance.Reports.Bundles;

/// <summary>
/// Whether every byte of an archive belongs to a file of its directory. Programs that unpack archives from their beginning see
/// what stands before, between or behind those files, and would show their reader other files than the ones that were verified.
/// </summary>
internal static class ArchiveLayout
{
    private const int LocalLength = 30;
    private const int CentralLength = 46;
    private const int EndLength = 22;

    /// <summary>What is wrong with the layout; null if nothing is. Archives beyond 4 GB, which bundles are not, have another one.</summary>
    public static string? Problem(ReadOnlySpan<byte> archive)
    {
        if (archive.Length < EndLength)
            return "has no directory at its end";

        var end = archive[^EndLength..];
        if (!end.StartsWith("PK\x5\x6"u8) || Short(end, 20) != 0)
            return "has bytes behind its directory";
        if (Short(end, 4) != 0 || Short(end, 6) != 0 || Short(end, 8) != Short(end, 10))
            return "is one part of several";

        var (length, start) = (Int(end, 12), Int(end, 16));
        if (start + length != archive.Length - EndLength)
            return "has bytes between its directory and its end";

        return Files(archive, archive.Slice((int)start, (int)length), Short(end, 10), start);
    }

    private static string? Files(ReadOnlySpan<byte> archive, ReadOnlySpan<byte> directory, int count, long start)
    {
        long next = 0;
        for (var i = 0; i < count; i++)
        {
            if (directory.Length < CentralLength || !directory.StartsWith("PK\x1\x2"u8))
                return "has a directory that does not name its files";

            var entry = directory[..Math.Min(directory.Length, CentralLength + Short(directory, 28))];
            if (Short(entry, 30) != 0 || Short(entry, 32) != 0)
                return "has a directory with comments or additional fields";
            if (Int(entry, 42) != next || Length(archive[(int)next..(int)start], entry) is not { } length)
                return "has bytes that belong to no file of its directory";

            next += length;
            directory = directory[entry.Length..];
        }

        return directory.IsEmpty && next == start ? null : "has bytes that belong to no file of its directory";
    }

    // Of the file with its header, which must say what the directory says; null if it does not.
    private static long? Length(ReadOnlySpan<byte> archive, ReadOnlySpan<byte> entry)
    {
        var name = entry[CentralLength..];
        var (compressed, length) = (Int(entry, 20), Int(entry, 24));
        var header = LocalLength + name.Length;
        if (archive.Length < header + compressed || !archive.StartsWith("PK\x3\x4"u8))
            return null;

        // Version, flags, method, time, checksum and both lengths, and that of the name, stand in both; no additional field does.
        var isTold = archive[4..28].SequenceEqual(entry[6..30])
            && Short(archive, 28) == 0
            && archive[LocalLength..header].SequenceEqual(name);
        return isTold && IsWhole(archive.Slice(header, (int)compressed), Short(entry, 10), length) ? header + compressed : null;
    }

    // Whatever unpacks a file stops where its compressed data say that they end.
    private static bool IsWhole(ReadOnlySpan<byte> data, int method, long length) => method switch
    {
        0 => data.Length == length,
        8 => Deflated.IsWhole(data.ToArray(), length),
        _ => false,
    };

    private static int Short(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long Int(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
