using Conformance.Record.Verdicts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.Reports.Gating;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// Whatever a session API chooses where its contract leaves the choice, it is accused of nothing:
/// every pair of choices is tried together.
/// </summary>
public sealed class AllowedKoyebChoicesTests
{
    /// <summary>What a refresh may do with the old token, and with the form of tokens.</summary>
    public enum Tokens
    {
        OpaqueAndOldOnesLiveOn,
        OpaqueAndOldOnesEnd,
        OpaqueAndProlonged,
        JwtAndOldOnesLiveOn,
        JwtAndOldOnesEnd,
    }

    [Test, Pairwise]
    public async Task A_session_API_may_choose(
        [Values("s21", "s26")] string edition,
        [Values] Tokens tokens,
        [Values(3, 86400)] int lifetimeInSeconds,
        [Values(0, 100)] int revocationDelayInMilliseconds,
        [Values] bool logoutEndsAllSessions,
        [Values] bool servesProfile,
        [Values] bool servesTestAuth,
        [Values] bool tellsUnauthenticatedAsRpcStatus,
        [Values(404, 405, 501)] int wrongMethodStatus,
        [Values] bool tellsWrongMethodAsRpcStatus,
        [Values] bool refusesUnknownMailAddresses,
        [Values] bool refusesUnknownMembers,
        [Values] bool refreshesExpiredTokens,
        [Values] bool setsCookies,
        [Values] bool hangsUpOnLargeBodies,
        [Values] bool hasPlainHttpPort)
    {
        var options = new KoyebServerOptions
        {
            Edition = edition,
            IssuesJwts = tokens is Tokens.JwtAndOldOnesLiveOn or Tokens.JwtAndOldOnesEnd,
            EndsOldTokenAtRefresh = tokens is Tokens.OpaqueAndOldOnesEnd or Tokens.JwtAndOldOnesEnd,
            RenewsInPlace = tokens is Tokens.OpaqueAndProlonged,
            TokenLifetime = TimeSpan.FromSeconds(lifetimeInSeconds),
            RevocationDelay = TimeSpan.FromMilliseconds(revocationDelayInMilliseconds),
            LogoutEndsAllSessions = logoutEndsAllSessions,
            ServesProfile = servesProfile,
            ServesTestAuth = servesTestAuth,
            TellsUnauthenticatedAsRpcStatus = tellsUnauthenticatedAsRpcStatus,
            WrongMethodStatus = wrongMethodStatus,
            TellsWrongMethodAsRpcStatus = tellsWrongMethodAsRpcStatus,
            RefusesUnknownMailAddresses = refusesUnknownMailAddresses,
            RefusesUnknownMembers = refusesUnknownMembers,
            RefreshesExpiredTokens = refreshesExpiredTokens,
            SetsCookies = setsCookies,
            HangsUpOnLargeBodies = hangsUpOnLargeBodies,
            HasPlainHttpPort = hasPlainHttpPort,
        };

        var (record, _) = await StrictRun.Against(options);

        StrictRun.Accused(record).Should().BeEmpty();
        JudgedRun.Of(record).Gate.NotMet.Should().BeEmpty("the profile of the edition is for every server that keeps to it");
        record.Scenarios.SelectMany(scenario => scenario.LeftOpen).Should().BeEmpty("every session that was opened is closed again");
        record.Requirements.Where(row => row.Verdict is Verdict.NotApplicable && row.Reason is null).Should().BeEmpty();
    }
}
