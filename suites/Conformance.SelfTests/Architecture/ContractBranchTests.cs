using System.Text.RegularExpressions;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Architecture;

/// <summary>
/// Shared code asks the object of a contract, and never which contract it is: another one
/// would silently be taken for one of those.
/// </summary>
public sealed partial class ContractBranchTests
{
    private static readonly string[] Shared =
    [
        "schemas/Conformance.Schemas", "fixtures/Conformance.Fixtures", "schemas/Conformance.Record", "reports/Conformance.Reports",
        "reports/Conformance.Tool",
        "suites/Conformance.Suites",
    ];

    [Test]
    public void Shared_code_asks_for_no_contract_by_name()
    {
        var files = Shared.SelectMany(SourcesIn).Where(IsShared).ToList();

        files.Should().HaveCountGreaterThan(300);
        files.SelectMany(file => Branches(File.ReadAllText(file)).Select(
            branch => $"{Path.GetRelativePath(RepositoryRoot.Folder, file)}: {branch}")).Should().BeEmpty();
    }

    [TestCase("""var catalogue = target.Dialect == "matrix" ? one : other;""")]
    [TestCase("""if ("koyeb" == name)""")]
    [TestCase("""case "matrix":""")]
    [TestCase("""    "koyeb" => other,""")]
    [TestCase("""target.Dialect is "koyeb" or null""")]
    [TestCase("settings.Contract == KnownContracts.Matrix")]
    [TestCase("KnownDialects.Koyeb != slot.Dialect")]
    [TestCase("id.StartsWith(\"MTX-\")")]
    [TestCase("dialect.Equals(\"matrix\", StringComparison.Ordinal)")]
    public void A_branch_is_seen(string line) => Branches($"x;\n{line}\ny;").Should().ContainSingle();

    [TestCase("""Slot("reference-matrix", KnownDialects.Matrix, Matrix),""")]
    [TestCase("""Name = "matrix",""")]
    [TestCase("public static Contract Matrix => MatrixContract.Instance;")]
    public void What_names_a_contract_to_make_it_known_is_no_branch(string line) => Branches(line).Should().BeEmpty();

    private static IEnumerable<string> SourcesIn(string folder) =>
        Directory.EnumerateFiles(RepositoryRoot.Combine(folder.Split('/')), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor");

    private static IEnumerable<string> Branches(string source) => Branch().Matches(source).Select(match => match.Value.Trim());

    // A contract's own folders, and its own files in the folder of contracts, may well know which it is.
    private static bool IsShared(string file) =>
        !Path.GetRelativePath(RepositoryRoot.Folder, file)
            .Split(Path.DirectorySeparatorChar)
            .Any(part => part is "Matrix" or "Koyeb" or "bin" or "obj");

    [GeneratedRegex(
        """^.*(?:(?:==|!=|\bis|\bor|\bcase|Equals\(|StartsWith\()\s*(?:not\s+)?"""
        + """(?:"(?:matrix|koyeb|MTX|KOY)[^"]*"|Known(?:Contracts|Dialects)\.(?:Matrix|Koyeb))"""
        + """|(?:"(?:matrix|koyeb)"|Known(?:Contracts|Dialects)\.(?:Matrix|Koyeb))\s*(?:==|!=|=>)).*$""",
        RegexOptions.Multiline)]
    private static partial Regex Branch();
}
