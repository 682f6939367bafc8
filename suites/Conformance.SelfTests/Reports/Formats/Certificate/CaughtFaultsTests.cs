using Conformance.Record.Verdicts;
using Conformance.Reports.Faults;
using Conformance.Reports.Formats.Certificate;
using Conformance.Reports.Gating;
using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate;

/// <summary>The certificate says which faults a pass rules out only where all ran that could have found them.</summary>
[TestFixture]
public sealed class CaughtFaultsTests
{
    private const string Heading = "What this pass rules out";

    // Several scenarios judge it.
    private static string Requirement { get; } =
        FaultResults.All.SelectMany(result => result.Accused).First(id => KnownContracts.All.ScenariosOf(id).Count() > 1);

    private static string[] Scenarios => [.. KnownContracts.All.ScenariosOf(Requirement).Select(scenario => scenario.Name)];

    private static string Fault => $"<code>{FaultResults.Catching(Requirement).First().Fault}</code>";

    [Test]
    public void Names_the_faults_where_every_scenario_has_passed() =>
        ItemOf(name => [(name, Verdict.Pass)]).Should().Contain(Heading).And.Contain(Fault);

    [Test]
    public void Takes_the_cases_of_a_scenario_for_the_scenario() =>
        ItemOf(name => [($"{name}(\"one\")", Verdict.Pass), ($"{name}(\"two\")", Verdict.Pass)]).Should().Contain(Fault);

    [Test]
    public void Says_which_scenario_is_missing() =>
        ItemOf(name => name == Scenarios[0] ? [] : [(name, Verdict.Pass)])
            .Should().Contain(Heading).And.Contain($"this run has no pass of <code>{Scenarios[0]}</code>").And.NotContain(Fault);

    [Test]
    public void Excepts_no_scenario_that_could_not_be_tried() =>
        ItemOf(name => [(name, name == Scenarios[0] ? Verdict.NotApplicable : Verdict.Pass)]).Should().NotContain(Fault);

    [Test]
    public void Claims_nothing_for_what_was_judged_in_passing_only()
    {
        var inPassing = FaultResults.All
            .SelectMany(result => result.Accused)
            .First(id => id.StartsWith("MTX-", StringComparison.Ordinal) && !KnownContracts.All.ScenariosOf(id).Any());
        var record = Journals.Fold(
            Journals.Finished("MTX-LOGOUT-02", Verdict.Pass) with { JudgedInPassing = new Dictionary<string, int> { [inPassing] = 2 } });

        CertificateTests.Item(CertificateHtml.Write([JudgedRun.Of(record)]), inPassing)
            .Should().Contain("judged in passing only").And.NotContain("class=\"faults\"");
    }

    [Test]
    public void Says_nothing_of_faults_where_there_is_no_pass() =>
        ItemOf(name => [(name, Verdict.Fail)]).Should().NotBeEmpty().And.NotContain(Heading);

    private static string ItemOf(Func<string, (string Name, Verdict Verdict)[]> run)
    {
        var record = Journals.Fold(Scenarios.SelectMany(run).Select(ran => Journals.Finished(Requirement, ran.Verdict, ran.Name)));
        return CertificateTests.Item(CertificateHtml.Write([JudgedRun.Of(record)]), Requirement);
    }
}
