using System.Text.Json.Nodes;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.WholeRuns;
using Conformance.Suites.Wiring;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Planning;

/// <summary>A run takes about what was planned, whatever the server lacks.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PlannedRunTests
{
    private const string Elsewhere = "http://conformance.invalid";

    private static IEnumerable<TestCaseData<ReferenceServerOptions>> Servers =>
    [
        Named("Matrix with everything", EmbeddedServers.Matrix),
        Named("Matrix with little", new MatrixServerOptions
        {
            IssuesRefreshTokens = false,
            ServesDeviceKeys = false,
            ServesLoginTokens = false,
            ServesRooms = false,
            DeletesDevices = false,
            AllowsGuests = false,
        }),
        Named("Koyeb", new KoyebServerOptions()),
        Named("Koyeb s26 with little", EmbeddedServers.KoyebS26 with { ServesProfile = false, ServesTestAuth = false }),
    ];

    [TestCaseSource(nameof(Servers))]
    public async Task A_run_takes_about_what_was_planned(ReferenceServerOptions options)
    {
        await using var served = await ServedRun.Start(options, "planned");

        await ShouldTakeWhatWasPlanned(served, PlannedTarget.FileOf(served.Server));
    }

    // The server is its own proxy, by which it is beyond this machine for the suite.
    [TestCaseSource(nameof(Servers))]
    public async Task So_does_one_that_spares_the_logins_of_a_server_elsewhere(ReferenceServerOptions options)
    {
        await using var served = await ServedRun.Start(options, "planned", change: settings => settings with
        {
            BaseUrl = Elsewhere,
            Proxy = settings.BaseUrl,
        });

        await ShouldTakeWhatWasPlanned(served, FileElsewhere(served.Server));
    }

    private static async Task ShouldTakeWhatWasPlanned(ServedRun served, string file)
    {
        var plan = await Plan(file);
        var beforeTheRun = served.Server.ServedInAll;

        await SuiteRunner.Run(served.Run);

        var record = served.Record;
        using var scope = new AssertionScope();
        beforeTheRun.Should().BeLessThan(10, "the plan only reads");
        ShouldBeAbout(plan["requests"], RequestsOf(record));
        ShouldBeAbout(plan["logins"]!["total"], record.Preflight!.Logins + record.Scenarios.Sum(scenario => scenario.Logins));
        ShouldBeAbout(plan["scenarios"], record.Scenarios.Count(
            scenario => scenario.Verdict is not (Verdict.NotApplicable or Verdict.Disabled)));
    }

    private static async Task<JsonNode> Plan(string file)
    {
        using var folder = new ToolFolder();
        var call = await ToolCall.Of("plan", folder.Save("planned.json", file), "--json");
        call.Error.Should().BeEmpty();
        return JsonNode.Parse(call.Output)!;
    }

    private static string FileElsewhere(ReferenceServer server)
    {
        var file = JsonNode.Parse(PlannedTarget.FileOf(server))!.AsObject();
        file["proxy"] = server.BaseUrl.ToString();
        file["baseUrl"] = Elsewhere;
        var permissions = file["permissions"]!;
        // What is allowed on this machine has to be asked for elsewhere.
        permissions["destructive"] = true;
        if (file["dialect"]!.GetValue<string>() == "koyeb")
            permissions["mayCreateAccounts"] = true;

        return file.ToJsonString();
    }

    private static int RequestsOf(RunRecord record) => record.Preflight!.Exchanges
        .Concat(record.Scenarios.SelectMany(scenario => scenario.Exchanges))
        .Concat(record.Closing?.Exchanges ?? [])
        .DistinctBy(exchange => exchange.Number)
        .Count();

    private static void ShouldBeAbout(JsonNode? planned, int found) =>
        planned!.GetValue<int>().Should().BeInRange(
            (int)Math.Ceiling(found * 2 / 3.0), found * 4 / 3, "{0} was {1}", planned.GetPath(), found);

    private static TestCaseData<ReferenceServerOptions> Named(string name, ReferenceServerOptions options) =>
        new TestCaseData<ReferenceServerOptions>(options).SetArgDisplayNames(name);
}
