using System.Security.Cryptography;
using Conformance.Schemas.Contracts;
using Conformance.Tool.Approving;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Packaged;

/// <summary>The package says by digest what it demands, so that a project of a vendor can hold on to it.</summary>
public sealed class ConformanceLockTests
{
    [Test, Category(GeneratedFiles.LockCategory)]
    public void Names_every_catalogue() => GeneratedFile.ShouldHold(
        "suites/Conformance.Suites/package/conformance.lock",
        string.Concat(KnownContracts.All.Contracts.Select(contract => contract.Name).Order(StringComparer.Ordinal).Select(Line)));

    private static string Line(string contract)
    {
        var catalogue = RepositoryRoot.Combine("schemas", "Conformance.Schemas", "Requirements", $"{contract}.json");
        return $"{contract} sha256:{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(catalogue)))}\n";
    }
}
