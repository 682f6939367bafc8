using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.WholeRuns;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Suspects;

/// <summary>
/// On a server whose calls end sessions of other scenarios, the call is accused, and not the scenarios that it disturbed.
/// </summary>
public sealed class CulpritTests
{
    [TestCase(Dialect.Matrix, "LogoutEndsSessionOfAnother", "POST /logout", "MTX-LOGOUT-06")]
    [TestCase(Dialect.Koyeb, "LogoutEndsOtherUsers", "DELETE /v1/account/logout", "KOY-LOGOUT-10")]
    public async Task The_call_that_does_the_harm_is_named(Dialect dialect, string fault, string call, string row)
    {
        await using var served = await ServedRun.Start(KnownServers.OptionsOf(dialect) with { Faults = [fault] }, "harmful", strict: true);

        await SuiteRunner.Run(served.Run);

        var record = served.Record;
        using var scope = new AssertionScope();
        record.Requirements.Where(each => each.Verdict is Verdict.Fail or Verdict.Warning).Select(each => each.Id).Should().Equal(row);
        var disturbed = Disturbed(record).ToList();
        disturbed
            .Should()
            .NotBeEmpty().And
            .OnlyContain(observation => observation.Value.StartsWith($"{call} (") && observation.Value.Contains($"which violates {row}: "));
        record.Scenarios
            .Select(scenario => scenario.Reason)
            .Should()
            .NotContain(reason => reason != null && reason.Contains("Suspected: "), "nobody is left under suspicion");
    }

    private static IEnumerable<Observation> Disturbed(RunRecord record) =>
        record.Scenarios.SelectMany(scenario => scenario.Observations).Where(observation => observation.Name == Observation.DisturbedBy);
}
