using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Matrix;

/// <summary>The tables that say where this suite judges what Complement and Sytest test.</summary>
public sealed class ComplementAndSytestTests
{
    private const string Place = "suites/Conformance.Suites/Matrix/complement-and-sytest.md";

    private static readonly string Text = File.ReadAllText(RepositoryRoot.Combine(Place.Split('/')));

    private static IReadOnlyList<ComparisonLine> Lines { get; } =
        [.. ComparisonLine.Read(Text, "## Complement"), .. ComparisonLine.Read(Text, "## Sytest")];

    [Test, Category(GeneratedFiles.ComparisonCategory)]
    public void Every_line_names_the_scenarios_of_its_rows() =>
        GeneratedFile.ShouldHold(Place, ComparisonCompletion.Completed(Text, Lines));

    // What a command can write is not for people to write.
    [Test]
    public void Every_line_names_what_judges_its_rows_or_says_why_nothing_does()
    {
        var faults = Lines.Select(ComparisonCompletion.Completed)
            .Select(ComparisonLine.Parse)
            .SelectMany(ComparisonRules.Faults, (line, fault) => $"  {line.Test}: {fault}")
            .ToList();

        if (faults.Count > 0)
            Assert.Fail($"{Place}\n{string.Join('\n', faults)}");
    }

    [TestCase("## Complement", "### 5.1")]
    [TestCase("## Sytest", "### 5.2")]
    public void Has_a_line_for_every_test(string ours, string theirs)
    {
        var contract = RepositoryRoot.Combine("..", "shared", "contracts", "matrix.md");
        Assume.That(contract, Does.Exist, "The contracts are not beside this checkout.");

        Names(Text, ours).Should().NotBeEmpty().And.OnlyHaveUniqueItems().And.BeEquivalentTo(Names(File.ReadAllText(contract), theirs));
    }

    [TestCase("| T | it | MTX-LOGOUT-99 | — |", "MTX-LOGOUT-99 is not in the catalogue")]
    [TestCase("| T | it | — | out of scope: see MTX-LOGOUT-99 |", "MTX-LOGOUT-99 is not in the catalogue")]
    [TestCase("| T | it | MTX-LOGOUT-01 | `LogoutTests.Succeeds_at_all` |", "there is no scenario `LogoutTests.Succeeds_at_all`")]
    [TestCase("| T | it | MTX-LOGOUT-16 | `LogoutTests.Succeeds_without_a_body` |", "judges MTX-LOGOUT-01, which the line does not list")]
    [TestCase(
        "| T | it | MTX-LOGOUT-01 | — |", "MTX-LOGOUT-01 is covered, but not answered here; name `LogoutTests.Succeeds_without_a_body`")]
    [TestCase("| T | it | MTX-LOGOUT-01 | passing check |", "no exchange check judges a covered row of it")]
    [TestCase("| T | it | MTX-HTTP-01 | — |", "MTX-HTTP-01 is covered, but not answered here; name passing check")]
    [TestCase("| T | it | MTX-LOGOUT-01 | not yet: some day |", "it says not yet, but no row of it is still to come")]
    [TestCase("| T | it | MTX-OAUTH-07 | — |", "none of its rows is planned any more; say why (MTX-OAUTH-07: ")]
    [TestCase("| T | it | — | — |", "it has neither rows nor a reason")]
    [TestCase("| T | it | — | perhaps |", "the last column is none of")]
    public void A_wrong_line_is_reported(string line, string fault) =>
        ComparisonRules.Faults(ComparisonLine.Parse(line)).Should().Contain(reported => reported.Contains(fault));

    [TestCase("| T | it | MTX-LOGOUT-01 | — |", "`LogoutTests.Succeeds_without_a_body`")]
    [TestCase("| T | it | MTX-LOGOUT-01 | `LogoutTests.Had_another_name` |", "`LogoutTests.Succeeds_without_a_body`")]
    [TestCase("| T | it | MTX-LOGOUT-01 | not yet: some day |", "`LogoutTests.Succeeds_without_a_body`")]
    [TestCase("| T | it | MTX-LOGOUT-01, MTX-OAUTH-07 | not yet: OAuth |", "`LogoutTests.Succeeds_without_a_body`; not yet: OAuth")]
    [TestCase(
        "| T | it | MTX-LOGOUT-01, MTX-HTTP-01 | `LogoutTests.Succeeds_without_a_body` |",
        "`LogoutTests.Succeeds_without_a_body`, passing check")]
    [TestCase("| T | it | MTX-LOGOUT-01 | `LogoutTests.Succeeds_without_a_body`, passing check |", "`LogoutTests.Succeeds_without_a_body`")]
    [TestCase("| T | it | — | out of scope: no part of the contract |", "out of scope: no part of the contract")]
    [TestCase("| T | it | MTX-OAUTH-07 | — |", "—")]
    public void A_line_is_completed(string line, string answer) =>
        ComparisonCompletion.Completed(ComparisonLine.Parse(line)).Should().Be($"{line[..(line[..^1].LastIndexOf('|') + 1)]} {answer} |");

    private static List<string> Names(string markdown, string heading) =>
        [.. MarkdownTable.Tests(MarkdownTable.Rows(markdown, heading).Select(line => MarkdownTable.Cells(line)[0]))];
}
