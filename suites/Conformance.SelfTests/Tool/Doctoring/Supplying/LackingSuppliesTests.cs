using System.Text.Json.Nodes;
using Conformance.Fixtures.Targets;
using Conformance.Record.Journal;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.WholeRuns;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Supplying;

/// <summary>
/// What the doctor says is not judged without something that only the operator can give: a run without it leaves out just that.
/// </summary>
public sealed class LackingSuppliesTests
{
    private static readonly MatrixServerOptions Matrix = new()
    {
        BindsEmails = true,
        HasApplicationService = true,
        HasAdministrator = true,
        AllowsRegistration = true,
    };

    private static readonly KoyebServerOptions S21 = new() { HasPlainHttpPort = true };

    private static readonly KoyebServerOptions S26 = new() { Edition = "s26", HasPlainHttpPort = true };

    private static readonly string[] OfAccounts = ["boundEmail", "organizationId"];

    private static readonly string[] OfTargets = ["administrator", "applicationService", "plainHttpUrl", "capabilities"];

    // What is not left out of a Matrix run without all of them is not left out without one, and need not be run each time. Of Koyeb's few
    // failed logins one row spends what another lacks.
    private static readonly Lazy<Task<string>> Concerned = new(async () =>
    {
        var rows = await LeftOut(Matrix, LackingAll(Matrix), "<filter />");
        return $"<filter><or>{string.Concat(rows.Select(row => $"<prop name='Requirement'>{row}</prop>"))}</or></filter>";
    });

    private static readonly Dictionary<ReferenceServerOptions, Lazy<Task<HashSet<string>>>> Complete =
        new[] { Matrix, S21, (ReferenceServerOptions)S26 }.ToDictionary(
            options => options, options => new Lazy<Task<HashSet<string>>>(() => LeftOut(options, settings => settings)));

    private static readonly Dictionary<ReferenceServerOptions, Lazy<Task<Examined>>> Bare = Complete.Keys.ToDictionary(
        options => options, options => new Lazy<Task<Examined>>(() => ExamineBare(options)));

    private static IEnumerable<TestCaseData> Supplies =>
    [
        Lacking("accounts", Matrix, OneAccount),
        Lacking("permissions.destructive", Matrix, settings => settings with
        {
            Permissions = settings.Permissions with { Destructive = false },
        }),
        Lacking("permissions.changePasswords", Matrix, settings => settings with
        {
            Permissions = settings.Permissions with { ChangePasswords = false },
        }),
        Lacking("accounts[0].boundEmail", Matrix, settings => settings with
        {
            Accounts = [.. settings.Accounts.Select(account => account with { BoundEmail = null })],
        }),
        Lacking("administrator", Matrix, settings => settings with { Administrator = null }),
        Lacking("applicationService", Matrix, settings => settings with { ApplicationService = null }),
        Lacking("capabilities.registration", Matrix, settings => Undeclared(settings, "registration")),
        Lacking("capabilities.guests", Matrix, settings => Undeclared(settings, "guests")),
        Lacking("accounts", S21, OneAccount),
        Lacking("permissions.mayReceiveMail", S21, settings => settings with
        {
            Permissions = settings.Permissions with { MayReceiveMail = false },
        }),
        Lacking("permissions.mayCreateAccounts", S21, settings => settings with
        {
            Permissions = settings.Permissions with { MayCreateAccounts = false },
        }),
        Lacking("plainHttpUrl", S21, settings => settings with { PlainHttpUrl = null }),
        Lacking("accounts[0].organizationId", S26, settings => settings with
        {
            Accounts = [.. settings.Accounts.Select(account => account with { OrganizationId = null })],
        }),
    ];

    [TestCaseSource(nameof(Supplies))]
    public async Task A_run_leaves_out_what_the_doctor_says(
        string place, ReferenceServerOptions options, Func<TargetSettings, TargetSettings> change)
    {
        var leftOut = await LeftOut(options, change);
        leftOut.ExceptWith(await Complete[options].Value);

        var told = (await Bare[options].Value).RequirementsOf(place);

        told.Should().BeEquivalentTo(leftOut);
    }

    private static Func<TargetSettings, TargetSettings> LackingAll(ReferenceServerOptions options) => settings => Supplies
        .Where(supply => options.Equals(supply.Arguments[1]))
        .Aggregate(settings, (lacking, supply) => ((Func<TargetSettings, TargetSettings>)supply.Arguments[2]!)(lacking));

    private static async Task<HashSet<string>> LeftOut(ReferenceServerOptions options, Func<TargetSettings, TargetSettings> change) =>
        await LeftOut(options, change, options == Matrix ? await Concerned.Value : "<filter />");

    // A row of which one scenario is switched off is not judged in full; one of which a case is not applicable is.
    private static async Task<HashSet<string>> LeftOut(
        ReferenceServerOptions options, Func<TargetSettings, TargetSettings> change, string filter)
    {
        await using var served = await ServedRun.Start(options, "lacking", strict: false, change);
        await SuiteRunner.Run(served.Run, filter);
        return
        [
            .. served.Record.Scenarios.GroupBy(scenario => scenario.Requirement)
                .Where(row => IsLeftOut([.. row]))
                .Select(row => row.Key),
        ];
    }

    private static bool IsLeftOut(IReadOnlyList<ScenarioFinished> scenarios) =>
        scenarios.Any(scenario => scenario.Verdict is Verdict.Disabled)
        || scenarios.All(scenario => scenario.Verdict is Verdict.NotApplicable);

    private static async Task<Examined> ExamineBare(ReferenceServerOptions options)
    {
        await using var server = await ReferenceServer.Start(options);
        using var patient = Patient.Of(server, change: target =>
        {
            target["accounts"]!.AsArray().RemoveAt(1);
            foreach (var name in OfAccounts)
                target["accounts"]![0]!.AsObject().Remove(name);

            foreach (var name in OfTargets)
                target.Remove(name);

            target["permissions"] = new JsonObject { ["destructive"] = false };
            if (options is KoyebServerOptions)
                target["permissions"]!["mayCreateAccounts"] = false;
        });
        return await patient.Examine();
    }

    private static TargetSettings OneAccount(TargetSettings settings) => settings with { Accounts = [settings.Accounts[0]] };

    private static TargetSettings Undeclared(TargetSettings settings, string name) => settings with
    {
        Capabilities = settings.Capabilities
            .Where(capability => capability.Key != name)
            .ToDictionary(capability => capability.Key, capability => capability.Value),
    };

    private static TestCaseData Lacking(string place, ReferenceServerOptions options, Func<TargetSettings, TargetSettings> change) =>
        new TestCaseData(place, options, change).SetArgDisplayNames(
            place, options is KoyebServerOptions koyeb ? koyeb.Edition : "matrix");
}
