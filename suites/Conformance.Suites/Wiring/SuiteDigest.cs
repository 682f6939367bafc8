using System.Security.Cryptography;

namespace Conformance.Suites.Wiring;

/// <summary>Names what exactly judges: two runs with one digest were judged by the same code and the same catalogue.</summary>
internal static class SuiteDigest
{
    // Scenarios, what drives a server, what the contracts say, and the record.
    private static readonly string[] Assemblies =
        ["Conformance.Fixtures", "Conformance.Record", "Conformance.Schemas", "Conformance.Suites"];

    /// <summary>The digest of the suite's assemblies, one after the other.</summary>
    public static string Take()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var assembly in Assemblies)
            sha.AppendData(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));

        return $"sha256:{Convert.ToHexStringLower(sha.GetHashAndReset())}";
    }
}
