using System.Security.Cryptography;
using System.Text;

namespace Conformance.Reports.Formats;

/// <summary>Ids that follow from what they name, so that the same record gives the same ids.</summary>
internal static class ContentId
{
    private const int Version8 = 0x80;
    private const int Rfc9562 = 0x80;

    /// <summary>A UUID of version 8, which RFC 9562 leaves to the maker: the SHA-256 of the parts.</summary>
    public static string Uuid(params IEnumerable<string> parts)
    {
        var bytes = Digest(parts)[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | Version8);
        bytes[8] = (byte)((bytes[8] & 0x3f) | Rfc9562);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>32 hexadecimal digits of the SHA-256 of the parts.</summary>
    public static string Hex(params IEnumerable<string> parts) => Convert.ToHexStringLower(Digest(parts)[..16]);

    // No part of ours contains U+0000, so no two lists of parts make one text.
    private static byte[] Digest(IEnumerable<string> parts) => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts)));
}
