using System.IO.Compression;

namespace Conformance.Reports.Bundles;

/// <summary>Compressed data that may say that they end before they do.</summary>
internal static class Deflated
{
    /// <summary>Whether data unpack to so many bytes, and need their last byte for it.</summary>
    public static bool IsWhole(byte[] data, long length)
    {
        using var source = new LastByteApart(data);
        using var content = new DeflateStream(source, CompressionMode.Decompress);
        var buffer = new byte[64 * 1024];
        while (content.Read(buffer) is > 0 and var count)
            length -= count;

        return length == 0 && source.Position == source.Length;
    }

    // Whoever unpacks reads ahead. What is complete without the last byte never asks for it.
    private sealed class LastByteApart(byte[] data) : MemoryStream(data, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) =>
            base.Read(buffer, offset, (int)Math.Min(count, Math.Max(1, Length - 1 - Position)));
    }
}
