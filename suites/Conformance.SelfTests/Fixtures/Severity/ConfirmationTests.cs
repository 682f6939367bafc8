using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Severity;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Severity;

/// <summary>What counts of a scenario that was tried twice, first in company and then alone.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ConfirmationTests
{
    [Test]
    public void What_cannot_be_repeated_stands(
        [Values(Verdict.Fail, Verdict.Warning, Verdict.Inconclusive)] Verdict inCompany, [Values(
            Verdict.NotApplicable, Verdict.Disabled)] Verdict alone)
    {
        var (told, _) = Confirmation.Of(
            Tried(Finished(inCompany, "first") with { FailedControl = 7 }), Tried(Finished(alone, "second") with { Lacks = "profile" }));

        (told.Verdict, told.Reason).Should().Be((inCompany, "first"));
        (told.FailedControl, told.Lacks).Should().Be((7, null));
        told.Findings.Should().ContainSingle();
        told.Logins.Should().Be(2);
    }

    [TestCase(Verdict.Fail, Verdict.Fail)]
    [TestCase(Verdict.Fail, Verdict.Warning)]
    [TestCase(Verdict.Warning, Verdict.Error)]
    [TestCase(Verdict.Inconclusive, Verdict.Pass)]
    public void What_is_repeated_counts(Verdict inCompany, Verdict alone)
    {
        var (told, _) = Confirmation.Of(Tried(Finished(inCompany, "first")), Tried(Finished(alone, "second")));

        (told.Verdict, told.Reason).Should().Be((alone, "second"));
        told.Findings.Should().BeEmpty("those of the first attempt are found again, or not");
        told.Logins.Should().Be(2);
    }

    [TestCase(Verdict.Fail)]
    [TestCase(Verdict.Warning)]
    public void A_promise_that_is_broken_now_and_then_is_broken(Verdict inCompany)
    {
        var (told, _) = Confirmation.Unsteady(
            Tried(Finished(inCompany, "first")), [Tried(Finished(Verdict.Pass, "second")), Tried(Finished(inCompany, "third"))]);

        (told.Verdict, told.Reason).Should().Be((inCompany, "It depends on timing: broken at 2 of 3 tries."));
        told.Findings.Should().ContainSingle("the first mismatch stands for all");
        told.Logins.Should().Be(3);
    }

    [TestCase(Verdict.Fail)]
    [TestCase(Verdict.Warning)]
    public void What_could_not_be_tried_again_is_no_proof_and_is_not_forgotten(Verdict inCompany)
    {
        var alone = Tried(Finished(Verdict.Inconclusive, "POST /login gave no answer.")) with { WasCutShort = true };

        var (told, _) = Confirmation.Of(Tried(Finished(inCompany, "first")), alone);

        (told.Verdict, told.Reason).Should().Be(
            (Verdict.Inconclusive, "Its promise was broken, and it could not be tried again alone. POST /login gave no answer."));
        told.Findings.Should().ContainSingle();
    }

    private static Attempt Tried(ScenarioFinished finished) => new(finished, []);

    private static ScenarioFinished Finished(Verdict verdict, string reason) => new("LogoutTests.Kills_the_token", "KOY-LOGOUT-03", verdict)
    {
        Reason = reason,
        Logins = 1,
        Findings = verdict is Verdict.Fail or Verdict.Warning or Verdict.Inconclusive && reason == "first"
            ? [new Finding("KOY-LOGOUT-03", verdict, new Mismatch("status", "401", "200"), 1)]
            : [],
    };
}
