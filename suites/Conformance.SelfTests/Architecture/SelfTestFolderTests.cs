using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Architecture;

/// <summary>Whoever looks for the test of a file finds it under the path of that file.</summary>
public sealed partial class SelfTestFolderTests
{
    // What these judge is a file of the folder above them, or a whole project.
    private static readonly string[] FoldersOfTheirOwn =
        [
        "Reports/Formats/Certificate/Browser", "Reports/Formats/Validators", "Reports/Register/Browser", "ReferenceServers/RealClient",
    ];

    private static IReadOnlyList<string> Sources { get; } =
    [
        .. Directory.EnumerateFiles(RepositoryRoot.Combine("suites", "Conformance.SelfTests"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Combine("suites", "Conformance.SelfTests"), file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules")),
    ];

    [TestCase("Record", "schemas/Conformance.Record")]
    [TestCase("Schemas", "schemas/Conformance.Schemas")]
    [TestCase("Fixtures", "fixtures/Conformance.Fixtures")]
    [TestCase("ReferenceServers", "fixtures/Conformance.ReferenceServers")]
    [TestCase("Reports", "reports/Conformance.Reports")]
    [TestCase("Tool", "reports/Conformance.Tool")]
    [TestCase("Suites", "suites/Conformance.Suites")]
    public void Are_those_of_the_project_under_test(string folder, string project)
    {
        var folders = Sources.Select(FolderOf)
            .Where(each => each == folder || each.StartsWith($"{folder}/", StringComparison.Ordinal))
            .Distinct()
            .ToList();

        folders.Should().NotBeEmpty();
        folders
            .Except(FoldersOfTheirOwn)
            .Where(each => !Directory.Exists(RepositoryRoot.Combine(project, each[folder.Length..].TrimStart('/'))))
            .Should()
            .BeEmpty();
    }

    [Test]
    public void Are_their_namespaces()
    {
        var others = Sources
            .Select(file => (File: file, Namespace: Namespace().Match(
                File.ReadAllText(RepositoryRoot.Combine("suites", "Conformance.SelfTests", file))).Groups["name"].Value))
            .Where(source => source.Namespace.Length > 0
                && source.Namespace != $"Conformance.SelfTests.{FolderOf(source.File).Replace('/', '.')}".TrimEnd('.'));

        others.Should().BeEmpty("approved texts are found by the namespace of their test");
    }

    private static string FolderOf(string file) => Path.GetDirectoryName(file)!.Replace('\\', '/');

    [GeneratedRegex("^namespace (?<name>[^;]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
