using System.Security.Cryptography;

namespace Conformance.Reports.Bundles;

/// <summary>SHA-256, as bundles write it.</summary>
internal static class Digest
{
    /// <summary>64 hexadecimal digits.</summary>
    public static string Of(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
