using Conformance.Fixtures.Targets;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Options;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Costs;
using Conformance.SelfTests.WholeRuns;
using Conformance.Suites.Wiring;

namespace Conformance.SelfTests.Schemas.Costs;

/// <summary>What scenarios cost reference servers that have everything, one of each edition.</summary>
internal static class MeasuredCosts
{
    // Where a limit of sessions is declared, none are handed on: else it would depend on who comes first what each scenario pays.
    private static readonly LimitSettings NoLimits = new() { FailedLogins = 1000, SessionsPerUser = 1000, Run = TimeSpan.FromDays(1) };

    private static readonly PermissionSettings AllPermissions =
        new() { Destructive = true, ChangePasswords = true, MayReceiveMail = true, MayCreateAccounts = true, OwnsHost = true };

    /// <summary>Runs the suite against them, and counts.</summary>
    public static async Task<IReadOnlyDictionary<string, ScenarioCost>> Of(Contract contract)
    {
        var runs = await Task.WhenAll(Servers(contract).Select(Measure));
        return runs.SelectMany(costs => costs)
            .GroupBy(cost => cost.Name, StringComparer.Ordinal)
            .ToDictionary(costs => costs.Key, costs => Joined([.. costs.Where(cost => cost.IsDone || costs.All(each => !each.IsDone))]));
    }

    private static IReadOnlyList<ReferenceServerOptions> Servers(Contract contract) => contract == KnownContracts.Matrix
        ? [EmbeddedServers.Matrix]
        : [new KoyebServerOptions { HasPlainHttpPort = true }, EmbeddedServers.KoyebS26 with { HasPlainHttpPort = true }];

    private static async Task<IReadOnlyList<Measured>> Measure(ReferenceServerOptions options)
    {
        await using var served = await ServedRun.Start(options, "measured", change: settings => settings with
        {
            Limits = NoLimits,
            Permissions = AllPermissions,
        });
        await SuiteRunner.Run(served.Run);
        var target = served.Run.Slots[0].Target!;
        var done = served.Record.Scenarios
            .Where(scenario => scenario.Verdict is not (Verdict.NotApplicable or Verdict.Disabled))
            .Select(scenario => scenario.Scenario)
            .ToHashSet();
        return [.. target.Costs.Select(cost => new Measured(cost.Key, target.Settings.Edition, done.Contains(cost.Key), cost.Value))];
    }

    // An edition that is the only one, or one of those in which it does the same, says nothing.
    private static ScenarioCost Joined(IReadOnlyList<Measured> costs) => costs[0].Cost with
    {
        Edition = costs is [{ IsDone: true, Edition: { } only }] ? only : null,
        Logins = costs.Max(each => each.Cost.Logins),
        Opens = costs.Max(each => each.Cost.Opens),
        Spares = costs.Min(each => each.Cost.Spares),
        LiveSessions = costs.Max(each => each.Cost.LiveSessions),
        FailedLogins = costs.Max(each => each.Cost.FailedLogins),
        Accounts = costs.Max(each => each.Cost.Accounts),
        Needs = [.. costs.SelectMany(each => each.Cost.Needs).Distinct().Order(StringComparer.Ordinal)],
        Requests = costs.SelectMany(each => each.Cost.Requests)
            .GroupBy(request => request.Key, request => request.Value, StringComparer.Ordinal)
            .ToDictionary(request => request.Key, request => request.Max()),
    };

    private sealed record Measured(string Name, string? Edition, bool IsDone, ScenarioCost Cost);
}
