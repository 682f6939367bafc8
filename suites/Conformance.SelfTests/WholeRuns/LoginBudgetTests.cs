using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.Reports.Verification;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// A run that may log in a few times only judges most of what ends nobody's sessions, accuses nobody, and says what it left out.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class LoginBudgetTests
{
    private const int Logins = 5;
    private const double MostOf = 0.6;

    private static IEnumerable<TestCaseData> Contracts =>
    [
        new TestCaseData<ReferenceServerOptions, string>(new MatrixServerOptions(), "matrix-session").SetArgDisplayNames("Matrix"),
        new TestCaseData<ReferenceServerOptions, string>(new KoyebServerOptions(), "koyeb-s21").SetArgDisplayNames("Koyeb"),
    ];

    [TestCaseSource(nameof(Contracts))]
    public async Task Most_is_judged_with_five_logins(ReferenceServerOptions options, string profile)
    {
        await using var served = await Run(options, Logins);

        using var scope = new AssertionScope();
        var record = served.Record;
        LoginsLetIn(record).Should().BeLessThanOrEqualTo(Logins);
        record.Requirements.Where(row => row.Verdict is Verdict.Fail or Verdict.Warning).Should().BeEmpty();
        record.Scenarios.Should().OnlyContain(scenario => scenario.LeftOpen.Count == 0);
        record.Closing!.LeftOpen.Should().BeEmpty();
        Recomputation.Of(record).Contradictions.Should().BeEmpty();
        var rows = HarmlessRows(record, KnownContracts.All.Profiles.Last(each => each.Name == profile).Requires);
        var inPassing = record.Scenarios.SelectMany(scenario => scenario.JudgedInPassing.Keys).ToHashSet();
        rows.Count(row => row.Any(IsJudged) || inPassing.Contains(row.Key))
            .Should()
            .BeGreaterThanOrEqualTo(
                (int)Math.Ceiling(rows.Count * MostOf), "not {0}", string.Join(", ", rows.Where(row => !row.Any(IsJudged)).Select(Key)));
    }

    [TestCaseSource(nameof(Contracts))]
    public async Task What_is_left_out_is_said_once_with_the_key(ReferenceServerOptions options, string profile)
    {
        await using var served = await Run(options, Logins);

        var target = served.Run.Slots[0].Target!;
        target.CutShort.Sentences.Should().ContainSingle().Which.Should().Contain("scenarios were not judged. limits.logins of ")
            .And.Contain("allows 5 logins in one run");
        served.Record.Scenarios.Should().Contain(scenario => scenario.Verdict == Verdict.Inconclusive, "{0} asks for more", profile);
    }

    [Test]
    public async Task A_server_that_forgets_sessions_makes_the_run_log_in_no_more_often()
    {
        await using var served = await Run(new MatrixServerOptions { Faults = ["UnknownTokenLogoutEndsASession"] }, Logins);

        LoginsLetIn(served.Record).Should().BeLessThanOrEqualTo(Logins);
    }

    private static async Task<ServedRun> Run(ReferenceServerOptions options, int logins)
    {
        var served = await ServedRun.Start(options, "thrifty", change: settings => settings with
        {
            Limits = settings.Limits with { Logins = logins },
            Permissions = settings.Permissions with { Destructive = false },
        });
        await SuiteRunner.Run(served.Run);
        return served;
    }

    private static int LoginsLetIn(RunRecord record) => record.Preflight!.Exchanges
        .Concat(record.Scenarios.SelectMany(scenario => scenario.Exchanges))
        .DistinctBy(exchange => exchange.Number)
        .Count(exchange => exchange is { Endpoint: "POST /login" or "POST /v1/account/login", Response.Status: >= 200 and < 300 });

    // By row: its scenarios that are no matter of permissions.destructive.
    private static List<IGrouping<string, ScenarioFinished>> HarmlessRows(RunRecord record, IReadOnlyList<string> profile)
    {
        var contract = KnownContracts.All.Contracts.First(each => each.Catalogue.Requirements.Any(row => row.Id == profile[0]));
        return
        [
            .. record.Scenarios
                .Where(scenario => profile.Contains(scenario.Requirement))
                .Where(scenario => contract.Catalogue[scenario.Requirement].Severity == Severity.Fail)
                .Where(scenario => !contract.Costs.Of(scenario.Scenario).Needs.Contains("permissions.destructive"))
                .GroupBy(scenario => scenario.Requirement),
        ];
    }

    private static string Key(IGrouping<string, ScenarioFinished> row) => row.Key;

    private static bool IsJudged(ScenarioFinished scenario) => scenario.Verdict is Verdict.Pass or Verdict.Observed;
}
