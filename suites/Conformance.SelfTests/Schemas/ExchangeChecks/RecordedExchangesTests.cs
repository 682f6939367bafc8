using Conformance.Record.Exchanges;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Editions;
using Conformance.Schemas.ExchangeChecks;
using Conformance.Schemas.ExchangeChecks.Matrix;
using Conformance.Schemas.Requirements;
using Conformance.SelfTests.Recordings;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.ExchangeChecks;

/// <summary>
/// The checks against exchanges with a real server: they find what is marked as deviating, and accuse it of nothing else.
/// </summary>
public sealed class RecordedExchangesTests
{
    // Deviations that no exchange check can find, and why; a new marked requirement fails until it is found or listed.
    private static readonly Dictionary<string, string> NotInOneExchange = new()
    {
        ["MTX-LOGIN-09"] = "Needs the second login with the same device id, after which the old token still works.",
        ["MTX-REFRESH-06"] = "Needs the earlier refresh, which tells that the token was used already.",
        ["MTX-KEYS-03"] = "Needs to know that no such user exists.",
        ["MTX-KEYS-07"] = "Needs the login, which tells the device of the token.",
    };

    private static IEnumerable<ExchangeCheck> Gated =>
        MatrixExchangeChecks.All.Where(
            check => EditionGate.WhyNot(KnownContracts.Matrix.Catalogue[check.Requirement], SynapseRecording.Editions) is null);

    [TestCaseSource(typeof(SynapseRecording), nameof(SynapseRecording.Cases))]
    public void Finds_what_is_marked_and_nothing_else(string name)
    {
        SynapseRecording.SkipWhereAbsent();
        var line = SynapseRecording.Line(name);

        Accused(line.Exchange, Gated).Should().BeEquivalentTo(line.Deviates.Except(NotInOneExchange.Keys));
    }

    [TestCaseSource(typeof(SynapseRecording), nameof(SynapseRecording.Cases))]
    public void Finds_what_later_editions_ask_for_where_they_bind(string name)
    {
        SynapseRecording.SkipWhereAbsent();
        var line = SynapseRecording.Line(name);

        Accused(line.Exchange, MatrixExchangeChecks.All).Should()
            .BeEquivalentTo(line.Deviates.Concat(line.DeviatesUngated).Except(NotInOneExchange.Keys));
    }

    [Test]
    public void Meets_the_deviations_that_it_is_known_for()
    {
        SynapseRecording.SkipWhereAbsent();

        SynapseRecording.Lines.SelectMany(line => Accused(line.Exchange, MatrixExchangeChecks.All)).Distinct().Should().BeEquivalentTo(
            "MTX-LOGIN-27", "MTX-LOGIN-19", "MTX-GUEST-01", "MTX-TOK-08", "MTX-DEV-03", "MTX-ERR-05", "MTX-RATE-02");
    }

    [Test]
    public void Lists_no_deviation_that_is_not_marked()
    {
        SynapseRecording.SkipWhereAbsent();

        SynapseRecording.Lines.SelectMany(line => line.Deviates).Should().Contain(NotInOneExchange.Keys);
    }

    private static IEnumerable<string> Accused(Exchange exchange, IEnumerable<ExchangeCheck> checks) =>
        ExchangeJudgement.Of(new ExchangeView(exchange), new CheckIndex([.. checks]))
            .Where(judgement => judgement.Mismatches.Count > 0)
            .Select(judgement => judgement.Check.Requirement)
            .Where(id => KnownContracts.Matrix.Catalogue[id].Severity != Severity.Observe);
}
