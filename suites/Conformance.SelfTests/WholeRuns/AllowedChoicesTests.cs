using Conformance.Fixtures.Targets;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// Whatever a homeserver chooses where its contract leaves the choice, it is accused of nothing:
/// every pair of choices is tried together.
/// </summary>
public sealed class AllowedChoicesTests
{
    private static readonly MatrixServerOptions CoreOnly = new()
    {
        IssuesRefreshTokens = false,
        ServesDeviceKeys = false,
        ServesLoginTokens = false,
        AllowsGuests = false,
        ServesRooms = false,
        DeletesDevices = false,
        OffersSingleSignOnStage = false,
    };

    private static readonly TimeSpan LateRemoval = TimeSpan.FromSeconds(1.5);

    private static readonly TimeSpan RecentLogin = TimeSpan.FromSeconds(2);

    [Test, Pairwise]
    public async Task A_homeserver_may_choose(
        [Values] bool issuesRefreshTokens,
        [Values] bool rotatesRefreshTokens,
        [Values] bool endsOldTokenAtRefresh,
        [Values] bool repeatsSuccessorAtRefresh,
        [Values] bool endsSessionAtReuse,
        [Values] bool removesDevicesLate,
        [Values] bool servesRefreshUnderV3Only,
        [Values] bool endsOldTokensAtRelogin,
        [Values(2, 300)] int lifetimeInSeconds,
        [Values("r0.6.1", "v1.11", "v1.18", "v1.20")] string version,
        [Values] bool trustsRecentLogins,
        [Values] bool namesAuthenticationSessions,
        [Values] bool renewsAuthenticationSessions,
        [Values] bool challengesWithErrors,
        [Values] bool offersShortcutForLists,
        [Values] bool asksTwiceForLists,
        [Values] bool offersSingleSignOnStage,
        [Values] bool deletesDevices,
        [Values] bool servesDeviceKeys,
        [Values] bool servesLoginTokens,
        [Values] bool servesRooms,
        [Values] bool allowsGuests,
        [Values] bool allowsRegistration,
        [Values] bool announcesOAuth,
        [Values] bool bindsEmails,
        [Values] bool hasAdministrator,
        [Values] bool hasApplicationService,
        [Values] bool namesAccountsInFull,
        [Values] bool tellsServers)
    {
        var options = new MatrixServerOptions
        {
            IssuesRefreshTokens = issuesRefreshTokens,
            RotatesRefreshTokens = rotatesRefreshTokens,
            EndsOldTokenAtRefresh = endsOldTokenAtRefresh,
            RepeatsSuccessorAtRefresh = repeatsSuccessorAtRefresh,
            EndsSessionAtReuse = endsSessionAtReuse,
            DeviceRemovalDelay = removesDevicesLate ? LateRemoval : TimeSpan.Zero,
            ServesRefreshUnderV3Only = servesRefreshUnderV3Only,
            EndsOldTokensAtRelogin = endsOldTokensAtRelogin,
            AccessTokenLifetime = TimeSpan.FromSeconds(lifetimeInSeconds),
            Versions = [version],
            AsksAgainAfter = trustsRecentLogins ? RecentLogin : TimeSpan.Zero,
            NamesAuthenticationSessions = namesAuthenticationSessions,
            RenewsAuthenticationSessions = renewsAuthenticationSessions,
            ChallengesWithErrors = challengesWithErrors,
            OffersShortcutForLists = offersShortcutForLists,
            AsksTwiceForLists = asksTwiceForLists,
            OffersSingleSignOnStage = offersSingleSignOnStage,
            DeletesDevices = deletesDevices,
            ServesDeviceKeys = servesDeviceKeys,
            ServesLoginTokens = servesLoginTokens,
            ServesRooms = servesRooms,
            AllowsGuests = allowsGuests,
            AllowsRegistration = allowsRegistration,
            AnnouncesOAuth = announcesOAuth,
            BindsEmails = bindsEmails,
            HasAdministrator = hasAdministrator,
            HasApplicationService = hasApplicationService,
            NamesAccountsInFull = namesAccountsInFull,
            TellsHomeServer = tellsServers,
            TellsWellKnown = tellsServers,
        };

        var (record, _) = await StrictRun.Against(options, settings => Tolerating(options, settings));

        // The specification says of old tokens both that they "may" and that they "will" end (AMB-1); strictly read, they have to.
        StrictRun.Accused(record).Should().BeEquivalentTo(endsOldTokensAtRelogin ? Array.Empty<string>() : ["MTX-LOGIN-09"]);
        record.Scenarios.SelectMany(scenario => scenario.LeftOpen).Should().BeEmpty("every session that was opened is closed again");
    }

    // As the operator of such a server declares it.
    private static TargetSettings Tolerating(MatrixServerOptions options, TargetSettings settings) => settings with
    {
        Tolerances = settings.Tolerances with
        {
            Removal = options.DeviceRemovalDelay > TimeSpan.Zero
                ? options.DeviceRemovalDelay + TimeSpan.FromMilliseconds(500)
                : settings.Tolerances.Removal,
            RecentLogin = options.AsksAgainAfter,
        },
    };

    [Test]
    public async Task A_homeserver_with_nothing_but_the_core_is_green_and_the_report_says_what_was_not_applicable()
    {
        var (record, summary) = await StrictRun.Against(CoreOnly);

        using var scope = new AssertionScope();
        StrictRun.Accused(record).Should().BeEmpty();
        var lacking = record.Requirements.Where(row => row.Verdict == Verdict.NotApplicable).ToList();
        lacking.Select(row => row.Id).Should().Contain(
            ["MTX-LOGOUT-04", "MTX-REFRESH-05", "MTX-LOGIN-17", "MTX-LOGIN-28", "MTX-LOGOUT-18", "MTX-WHOAMI-03", "MTX-REFRESH-16"]);
        lacking.Should().OnlyContain(row => row.Reason != null);
        summary
            .Should()
            .ContainAll(lacking.Select(row => row.Id)).And
            .ContainAll("refreshTokens", "deviceKeys", "loginTokens", "rooms", "administrator", "boundEmail");
    }
}
