using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Severity;

/// <summary>A scenario that cannot go on has proven nothing; but what it found before is no reason to leave the server out.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class EndedEarlyTests
{
    private static readonly Exception[] Excuses = [new NotApplicableException("It cannot."), new DisabledException("It may not.")];

    [TestCaseSource(nameof(Excuses))]
    public async Task What_cannot_go_on_after_a_broken_promise_is_inconclusive(Exception excuse)
    {
        var (verdict, reason) = await End(excuse, promised: 401);

        verdict.Should().Be(Verdict.Inconclusive);
        reason.Should().StartWith("A promise was found broken").And.EndWith(excuse.Message);
    }

    [TestCaseSource(nameof(Excuses))]
    public async Task What_cannot_go_on_after_a_promise_that_was_kept_is_left_out(Exception excuse)
    {
        var (verdict, reason) = await End(excuse, promised: 200);

        verdict.Should().BeOneOf(Verdict.NotApplicable, Verdict.Disabled);
        reason.Should().Be(excuse.Message);
    }

    private static async Task<(Verdict Verdict, string? Reason)> End(Exception excuse, int promised)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server));
        var scenario = target.Enter();
        var phone = await (await target.Matrix.Accounts.Lease()).LogIn();
        (await phone.WhoAmI()).Promise(answer => answer.HaveStatus(promised));

        var finished = await scenario.Finish(excuse);
        return (finished.Verdict, finished.Reason);
    }
}
