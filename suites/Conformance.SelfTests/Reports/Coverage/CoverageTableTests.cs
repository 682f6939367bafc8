using Conformance.Reports.Coverage;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Coverage;

/// <summary>What the README says about the extent of this suite is what the catalogues say.</summary>
public sealed class CoverageTableTests
{
    private const string Begin = "<!-- coverage:begin -->\n";
    private const string End = "<!-- coverage:end -->";

    private static string Table => CoverageTable.Write(
        ("Matrix", KnownContracts.Matrix.Catalogue.Requirements), ("Koyeb", KnownContracts.Koyeb.Catalogue.Requirements));

    [Test, Category(GeneratedFiles.ReadmeCategory)]
    public void Is_in_the_README()
    {
        var readme = File.ReadAllText(RepositoryRoot.Combine("README.md"));
        readme.Should().Contain(Begin, Exactly.Once()).And.Contain(End, Exactly.Once());
        var begin = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = readme.IndexOf(End, StringComparison.Ordinal);
        GeneratedFile.ShouldHold("README.md", $"{readme[..begin]}{Table}{readme[end..]}");
    }

    [Test]
    public void Counts_each_section_and_the_reasons_for_what_is_not_judged()
    {
        Requirement[] rows =
        [
            Row("1 First (with more)", notTested: null),
            Row("1 First (with more)", NotTestedReason.NeedsRooms),
            Row("1 First (with more)", NotTestedReason.Planned),
            Row("1 First (with more)", NotTestedReason.NeedsRooms),
            Row("2 Second", notTested: null),
        ];

        CoverageTable.Write(("Contract", rows)).Should()
            .StartWith("It judges **2 of the 5 requirements** in its catalogues;")
            .And.Contain(
                """
                | **Contract** | 5 | 2 | planned 1, needs rooms 2 |
                | 1 First | 4 | 1 | planned 1, needs rooms 2 |
                | 2 Second | 1 | 1 |  |
                """);
    }

    private static Requirement Row(string section, NotTestedReason? notTested) => KnownContracts.Matrix.Catalogue["MTX-LOGOUT-01"] with
    {
        Section = section,
        Coverage = notTested is null
            ? Conformance.Schemas.Requirements.Coverage.Covered
            : Conformance.Schemas.Requirements.Coverage.NotTested,
        NotTested = notTested is { } reason ? new NotTested(reason, "A sentence.") : null,
    };
}
