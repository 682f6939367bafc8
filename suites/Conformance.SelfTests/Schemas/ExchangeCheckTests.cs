using Conformance.Record.Exchanges;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.ExchangeChecks.Koyeb;
using Conformance.Schemas.ExchangeChecks.Matrix;
using Conformance.SelfTests.Schemas.ExchangeChecks;
using Conformance.SelfTests.Schemas.ExchangeChecks.Koyeb;
using Conformance.SelfTests.Schemas.ExchangeChecks.Matrix;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas;

/// <summary>
/// Every exchange check against its table: what it lets pass, what exactly it says of each sin, and what is none of its business.
/// </summary>
public sealed class ExchangeCheckTests
{
    private static readonly IReadOnlyList<ExchangeCheck> Checks = [.. MatrixExchangeChecks.All, .. KoyebExchangeChecks.All];

    private static readonly IReadOnlyList<CheckTable> Tables = [.. MatrixTables.All, .. KoyebTables.All];

    private static IEnumerable<TestCaseData> AllChecks =>
        Checks.Select(check => new TestCaseData(check).SetArgDisplayNames(check.Requirement, check.Name));

    private static IEnumerable<TestCaseData> Passing =>
        Tables.SelectMany(table => table.Passes.Select(row => Case(table, row.Case, row.Exchange)));

    private static IEnumerable<TestCaseData> Failing =>
        Tables.SelectMany(table => table.Fails.Select(row => Case(table, row.Case, row.Exchange, row.Lines)));

    private static IEnumerable<TestCaseData> Softened =>
        Tables.SelectMany(table => table.Softens.Select(row => Case(table, row.Case, row.Exchange, row.Lines)));

    private static IEnumerable<TestCaseData> Foreign =>
        Tables.SelectMany(table => table.DoesNotApply.Select(row => Case(table, row.Case, row.Exchange)));

    [TestCaseSource(nameof(Passing))]
    public void Lets_pass(ExchangeCheck check, Exchange exchange) =>
        Judge(check, exchange).Should().ContainSingle("it applies").Which.Mismatches.Should().BeEmpty();

    [TestCaseSource(nameof(Failing))]
    public void Says_what_is_wrong_and_nothing_else(ExchangeCheck check, Exchange exchange, string[] lines)
    {
        var judgement = Judge(check, exchange).Should().ContainSingle("it applies").Subject;

        judgement.Mismatches.Select(mismatch => mismatch.ToString()).Should().Equal(lines);
        judgement.Softened.Should().BeNull();
    }

    [TestCaseSource(nameof(Softened))]
    public void Softens_what_the_catalogue_softens(ExchangeCheck check, Exchange exchange, string[] lines)
    {
        var judgement = Judge(check, exchange).Should().ContainSingle("it applies").Subject;

        judgement.Mismatches.Select(mismatch => mismatch.ToString()).Should().Equal(lines);
        judgement.Softened.Should().EndWith(".");
    }

    [TestCaseSource(nameof(Foreign))]
    public void Does_not_apply(ExchangeCheck check, Exchange exchange) => Judge(check, exchange).Should().BeEmpty();

    [TestCaseSource(nameof(AllChecks))]
    public void Has_a_passing_and_a_failing_case(ExchangeCheck check)
    {
        var table = Tables.Should().ContainSingle(table => IsOf(table, check)).Subject;

        table.Passes.Should().NotBeEmpty();
        table.Fails.Should().NotBeEmpty();
    }

    [Test]
    public void Keeps_the_contracts_apart()
    {
        MatrixExchangeChecks.All
            .Select(check => check.Requirement)
            .Should()
            .BeSubsetOf(KnownContracts.Matrix.Catalogue.Requirements.Select(row => row.Id));
        KoyebExchangeChecks.All
            .Select(check => check.Requirement)
            .Should()
            .BeSubsetOf(KnownContracts.Koyeb.Catalogue.Requirements.Select(row => row.Id));
    }

    [Test]
    public void Has_one_check_for_each_table() => Tables.Select(CheckOf).Should().OnlyHaveUniqueItems().And.HaveSameCount(Checks);

    [Test]
    public void Says_nothing_where_no_answer_came() =>
        ExchangeJudgement.Of(
            new ExchangeView(Request.Matrix("GET", "/devices").Answered(200) with { Response = null, Failure = "timeout" }),
            new CheckIndex(Checks)).Should().BeEmpty();

    private static IEnumerable<ExchangeJudgement> Judge(ExchangeCheck check, Exchange exchange) =>
        ExchangeJudgement.Of(new ExchangeView(exchange), new CheckIndex([check]));

    private static ExchangeCheck CheckOf(CheckTable table) => Checks.Single(check => IsOf(table, check));

    private static bool IsOf(CheckTable table, ExchangeCheck check) =>
        table.Requirement == check.Requirement && (table.Check ?? check.Name) == check.Name;

    private static TestCaseData Case(CheckTable table, string name, Exchange exchange, string[]? lines = null) =>
        (lines is null ? new TestCaseData(CheckOf(table), exchange) : new TestCaseData(CheckOf(table), exchange, lines))
            .SetArgDisplayNames(table.Requirement, name);
}
