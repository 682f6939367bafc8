using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Where the specification says two things, the milder one weighs, unless the target file names that ambiguity.</summary>
public sealed class StrictAmbiguityTests
{
    [TestCase(null, Verdict.Warning)]
    [TestCase("AMB-1", Verdict.Fail)]
    [TestCase("AMB-2", Verdict.Warning)]
    public async Task An_old_token_that_outlives_a_new_login_weighs_as_declared(string? ambiguity, Verdict expected)
    {
        var options = new MatrixServerOptions { EndsOldTokensAtRelogin = false };

        (await VerdictOn("MTX-LOGIN-09", options, ambiguity)).Should().Be(expected);
    }

    [TestCase(null, Verdict.Warning)]
    [TestCase("AMB-7", Verdict.Fail)]
    [TestCase("AMB-1", Verdict.Warning)]
    public async Task A_refused_body_of_a_logout_weighs_as_declared(string? ambiguity, Verdict expected)
    {
        var options = new MatrixServerOptions { Faults = ["RefusesEmptyObjectBody"] };

        (await VerdictOn("MTX-LOGOUT-11", options, ambiguity)).Should().Be(expected);
    }

    private static async Task<Verdict> VerdictOn(string requirement, MatrixServerOptions options, string? ambiguity)
    {
        await using var server = await ReferenceServer.Start(options);
        using var run = SuiteRuns.Against(SuiteRuns.Slot(
            server, "ambiguous", change: settings => settings with { StrictAmbiguities = ambiguity is null ? [] : [ambiguity] }));

        await SuiteRunner.Run(run, $"<filter><prop name='Requirement'>{requirement}</prop></filter>");

        return SuiteRuns.RecordOf(run, "ambiguous").Requirements.Single(row => row.Id == requirement).Verdict;
    }
}
