using System.Security.Cryptography;
using Conformance.Schemas.Contracts;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Packaged;

/// <summary>The package says by digest what it demands, so that a project of a vendor can hold on to it.</summary>
public sealed class ConformanceLockTests
{
    private static readonly string Schemas = RepositoryRoot.Combine("schemas", "Conformance.Schemas");

    [Test, Category(GeneratedFiles.LockCategory)]
    public void Names_all_that_is_demanded() => GeneratedFile.ShouldHold(
        "suites/Conformance.Suites/package/conformance.lock",
        string.Concat(KnownContracts.All.Contracts.Select(contract => contract.Name).Order(StringComparer.Ordinal).Select(Line)));

    // The rows, the profiles that ask for them, and the forms of answers.
    private static string Line(string contract)
    {
        string[] files =
        [
            Path.Combine("Requirements", $"{contract}.json"),
            .. Below("Profiles", $"{contract}-*.json"),
            .. Below(Path.Combine("Responses", contract), "*.schema.json"),
        ];
        files.Should().HaveCountGreaterThan(10);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
            digest.AppendData(File.ReadAllBytes(Path.Combine(Schemas, file)));

        return $"{contract} sha256:{Convert.ToHexStringLower(digest.GetHashAndReset())}\n";
    }

    private static IEnumerable<string> Below(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Schemas, folder), pattern).Order(StringComparer.Ordinal)
            .Select(file => Path.GetRelativePath(Schemas, file));
}
