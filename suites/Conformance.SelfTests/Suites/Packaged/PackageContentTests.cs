using System.IO.Compression;
using System.Xml.Linq;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Packaged;

/// <summary>What a package says of itself: where it is from, under which licence, and how to begin with it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PackageContentTests
{
    private static readonly string[] Libraries =
    [
        "Conformance.Fixtures", "Conformance.Record", "Conformance.ReferenceServers", "Conformance.Reports", "Conformance.Schemas",
        "Conformance.Suites",
    ];

    private static IEnumerable<string> All => [.. Libraries, "conformance", "Conformance.ReferenceServers.Tool", "Conformance.Templates"];

    [TestCaseSource(nameof(All))]
    public async Task Has_licence_readme_and_commit(string id)
    {
        await using var package = await ZipFile.OpenReadAsync(await Packages.PathOf(id));
        var metadata = await Metadata(package, id);

        Text(metadata, "license").Should().Be("Apache-2.0");
        package.Entries.Select(entry => entry.FullName).Should().Contain(Text(metadata, "readme"));
        Text(metadata, "description").Should().NotBeEmpty().And.NotBe("Package Description");
        ((string?)metadata.Element(metadata.Name.Namespace + "repository")?.Attribute("commit")).Should().MatchRegex("^[0-9a-f]{40}$");
        Text(metadata, "version").Should().MatchRegex(@"^\d+\.\d+\.\d+(-.+)?$").And.NotStartWith("1.0.0");
    }

    [TestCaseSource(nameof(Libraries))]
    public async Task Has_symbols_beside_it(string id)
    {
        await using var symbols = await ZipFile.OpenReadAsync(Path.ChangeExtension(await Packages.PathOf(id), ".snupkg"));

        symbols.Entries.Should().Contain(entry => entry.Name == $"{id}.pdb");
    }

    [Test]
    public async Task All_have_one_version_and_refer_to_it()
    {
        var versions = new List<string?>();
        foreach (var id in All)
        {
            await using var package = await ZipFile.OpenReadAsync(await Packages.PathOf(id));
            var metadata = await Metadata(package, id);
            versions.Add(Text(metadata, "version"));
            versions.AddRange(metadata.Descendants(metadata.Name.Namespace + "dependency")
                .Where(dependency => Libraries.Contains((string?)dependency.Attribute("id")))
                .Select(dependency => (string?)dependency.Attribute("version")));
        }

        versions.Distinct().Should().ContainSingle();
    }

    private static async Task<XElement> Metadata(ZipArchive package, string id)
    {
        await using var stream = await package.GetEntry($"{id}.nuspec")!.OpenAsync();
        return (await XDocument.LoadAsync(stream, LoadOptions.None, CancellationToken.None)).Root!.Elements().Single();
    }

    private static string? Text(XElement metadata, string name) => (string?)metadata.Element(metadata.Name.Namespace + name);
}
