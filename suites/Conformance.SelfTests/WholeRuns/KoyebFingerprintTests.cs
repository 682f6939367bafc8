using Conformance.Fixtures.Targets;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>Where the contract leaves a choice, the report tells which one was made, and no verdict depends on it.</summary>
public sealed class KoyebFingerprintTests
{
    private static readonly KoyebServerOptions Usual = new();

    private static IEnumerable<TestCaseData> Choices =>
    [
        Choice("KOY-REFRESH-07", "old token right after a refresh", "valid", "ended", Usual with { EndsOldTokenAtRefresh = true }),
        Choice("KOY-REFRESH-06", "token of a refresh", "another", "the same", Usual with { RenewsInPlace = true }),
        Choice("KOY-LOGOUT-08", "other session of the user after a logout", "kept", "ended", Usual with { LogoutEndsAllSessions = true }),
        Choice(
            "KOY-PWLESS-04",
            "passwordless login of an unknown address",
            "200",
            "404 unknown_resource",
            Usual with { RefusesUnknownMailAddresses = true }),
        Choice("KOY-LOGIN-19", "unknown member of a login", "ignored", "400 invalid_argument", Usual with { RefusesUnknownMembers = true }),
        Choice("KOY-LOGIN-07", "form of tokens", "opaque", "JWT", Usual with { IssuesJwts = true }),
        Choice(
            "KOY-LOGOUT-03", "end of the token", "immediate", "eventual", Usual with { RevocationDelay = TimeSpan.FromMilliseconds(600) }),
        Choice(
            "KOY-PWLESS-11",
            "passwordless login, which this edition has dropped",
            null,
            "404 unknown_resource",
            Usual with { Edition = "s26" }),
    ];

    [TestCaseSource(nameof(Choices))]
    public async Task A_choice_shows_in_the_observations_alone(
        string requirement, string name, string? usual, string other, KoyebServerOptions chosen)
    {
        var before = await RunAgainst(Usual, requirement);
        var after = await RunAgainst(chosen, requirement);

        using var scope = new AssertionScope();
        Observed(before, name).Should().BeEquivalentTo(usual is null ? Array.Empty<string>() : [usual]);
        Observed(after, name).Should().BeEquivalentTo(other);
        after.Requirements.Should().NotContain(row => row.Verdict.IsRed() || row.Verdict == Verdict.Warning);
    }

    private static async Task<RunRecord> RunAgainst(KoyebServerOptions options, string requirement)
    {
        await using var server = await ReferenceServer.Start(options);
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "fingerprint", change: WithPatience));
        await SuiteRunner.Run(run, $"<filter><prop name='Requirement'>{requirement}</prop></filter>");
        return SuiteRuns.RecordOf(run, "fingerprint");
    }

    private static TargetSettings WithPatience(TargetSettings settings) =>
        settings with { Tolerances = settings.Tolerances with { Revocation = TimeSpan.FromSeconds(2) } };

    private static IEnumerable<string> Observed(RunRecord record, string name) =>
        record.Requirements
            .SelectMany(row => row.Observations)
            .Where(observation => observation.Name == name)
            .Select(observation => observation.Value)
            .Distinct();

    private static TestCaseData Choice(string requirement, string name, string? usual, string other, KoyebServerOptions chosen) =>
        new TestCaseData(requirement, name, usual, other, chosen).SetArgDisplayNames(name);
}
