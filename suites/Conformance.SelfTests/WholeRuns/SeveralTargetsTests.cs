using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Several targets in one run do not get into each other's way.</summary>
public sealed class SeveralTargetsTests
{
    [Test]
    public async Task Each_target_has_its_own_tests_and_its_own_record()
    {
        await using var good = await ReferenceServer.Start(new MatrixServerOptions());
        await using var broken = await ReferenceServer.Start(new MatrixServerOptions { Faults = ["KeepsRefreshToken"] });
        await using var koyeb = await ReferenceServer.Start(new KoyebServerOptions());
        using var run = SuiteRuns.Against(SuiteRuns.Slot(good, "good"), SuiteRuns.Slot(broken, "broken"), SuiteRuns.Slot(koyeb, "koyeb"));

        var outcome = await SuiteRunner.Run(run);

        outcome.Tests
            .Select(test => test.FullName)
            .Should()
            .OnlyHaveUniqueItems().And.Contain(name => name.Contains("LogoutTests(broken)"));
        Failed(run, "good").Should().BeEmpty();
        Failed(run, "broken").Should().Equal("MTX-LOGOUT-10", "MTX-REFRESH-13");
        Failed(run, "koyeb").Should().BeEmpty();
        SuiteRuns.RecordOf(run, "koyeb").Requirements.Should().OnlyContain(row => row.Id.StartsWith("KOY-"));
    }

    [Test]
    public async Task A_dialect_without_a_target_contributes_nothing_and_breaks_nothing()
    {
        await using var koyeb = await ReferenceServer.Start(new KoyebServerOptions());
        using var run = SuiteRuns.Against(SuiteRuns.Slot(koyeb, "koyeb"));

        var outcome = await SuiteRunner.Run(run);

        outcome.Tests.Should().OnlyContain(test => test.FullName.Contains("(koyeb)"));
        Failed(run, "koyeb").Should().BeEmpty();
    }

    private static IEnumerable<string> Failed(Conformance.Fixtures.Runs.ConformanceRun run, string target) =>
        SuiteRuns.RecordOf(run, target).Requirements.Where(row => row.Verdict == Verdict.Fail).Select(row => row.Id);
}
