using System.Reflection;
using System.Text.RegularExpressions;
using Conformance.Fixtures.Severity;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Editions;
using Conformance.Schemas.Endpoints;
using Conformance.Schemas.ExchangeChecks.Koyeb;
using Conformance.Schemas.ExchangeChecks.Matrix;
using Conformance.Schemas.Requirements;
using Conformance.Suites;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites;

/// <summary>Catalogue, scenarios, exchange checks, faults and endpoints tell the same story.</summary>
public sealed partial class CompletenessTests
{
    private static IReadOnlyList<MethodInfo> Scenarios { get; } =
        [.. typeof(Targets).Assembly
            .GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<RequirementAttribute>() is not null)];

    private static IReadOnlyList<string> ScenarioIds { get; } =
        [.. Scenarios.Select(method => method.GetCustomAttribute<RequirementAttribute>()!.Id).Distinct()];

    private static IReadOnlyList<string> CheckedIds { get; } =
        [.. MatrixExchangeChecks.All.Concat(KoyebExchangeChecks.All).Select(check => check.Requirement).Distinct()];

    [Test]
    public void What_a_scenario_judges_is_in_the_catalogue_as_covered() =>
        ScenarioIds.Where(id => KnownContracts.All.Catalogue[id].Coverage != Coverage.Covered).Should().BeEmpty();

    [Test]
    public void What_an_exchange_check_judges_is_covered_or_waits_for_its_scenario() =>
        CheckedIds.Select(id => KnownContracts.All.Catalogue[id])
            .Where(row =>
                row.NotTested is { } reason && !reason.Explanation.StartsWith("An exchange check judges it", StringComparison.Ordinal))
            .Should().BeEmpty();

    [Test]
    public void What_the_catalogue_calls_covered_is_judged() =>
        KnownContracts.All.Catalogue.Requirements
            .Where(row => row.Coverage == Coverage.Covered)
            .Select(row => row.Id)
            .Except([.. ScenarioIds, .. CheckedIds])
            .Should()
            .BeEmpty();

    [Test]
    public void Every_test_with_a_target_is_a_scenario_with_a_sentence_for_a_name()
    {
        var tests = typeof(Targets).Assembly.GetTypes()
            .Where(type => type.GetCustomAttributes<TestFixtureSourceAttribute>().Any(source => source.SourceName is "Matrix" or "Koyeb"))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .ToList();

        tests.Should().NotBeEmpty().And.BeEquivalentTo(Scenarios);
        tests.Where(method => !SentencePattern().IsMatch(method.Name)).Should().BeEmpty();
    }

    [Test]
    public void Every_covered_row_that_can_be_red_has_a_fault_that_makes_it_red()
    {
        var broken = FaultCatalogue.All.SelectMany(fault => fault.Breaks).ToHashSet();

        KnownContracts.All.Catalogue.Requirements.Where(row => row.Coverage == Coverage.Covered && row.Severity != Severity.Observe)
            .Select(row => row.Id).Except(broken).Should().BeEmpty();
    }

    [Test]
    public async Task The_Matrix_endpoints_in_scope_are_those_of_the_reference_server()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());

        server.Routes.Select(route => (route.Method, route.Path, route.NeedsAccessToken))
            .Should().BeEquivalentTo(MatrixEndpoints.All.Select(endpoint => (endpoint.Method, endpoint.Path, endpoint.NeedsToken)));
    }

    [TestCase("s21")]
    [TestCase("s26")]
    public async Task The_Koyeb_endpoints_in_scope_are_those_of_the_reference_server(string edition)
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions { Edition = edition });

        server.Routes.Select(route => (route.Method, $"/v1{route.Path}", route.NeedsAccessToken))
            .Should().BeEquivalentTo(KoyebEndpoints.All.Where(endpoint => EditionGate.Has(endpoint, [edition]))
                .Select(endpoint => (endpoint.Method, endpoint.Path, endpoint.NeedsToken)));
    }

    [GeneratedRegex("^[A-Z][a-z]+(_[A-Za-z]+)+$")]
    private static partial Regex SentencePattern();
}
