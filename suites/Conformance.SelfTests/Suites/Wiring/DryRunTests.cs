using Conformance.SelfTests.Fixtures;
using Conformance.Suites.Wiring;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Wiring;

/// <summary>A dry run tells what a run would do, and sends nothing.</summary>
public sealed class DryRunTests
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("conformance-");

    [OneTimeTearDown]
    public void DeleteFolder() => folder.Delete(recursive: true);

    [Test]
    public async Task Tells_the_plan_and_sends_nothing()
    {
        using var server = new CannedServer(CannedReply.Json(200, "{}"));
        using var run = Dry(
            $$"""
            {
              "name": "staging", "dialect": "matrix", "baseUrl": "{{server.BaseUrl}}",
              "accounts": [{ "user": "alice", "password": "${env:ALICE_PASSWORD}" }],
              "capabilities": { "sync": false }, "permissions": { "destructive": false }
            }
            """);

        await run.Start([], _ => []);

        run.Problem.Should().StartWith("This was a dry run (CONFORMANCE_DRY_RUN): the settings are sound, and nothing was sent or judged.")
            .And.Contain($"staging: Matrix client-server session management, at {server.BaseUrl}/_matrix/client/v3")
            .And.MatchRegex("[0-9]{3} scenarios for [0-9]{3} requirements")
            .And.Contain("accounts: alice")
            .And.Contain("what ends sessions that it did not open is left out (permissions.destructive)")
            .And.Contain("declared absent: sync")
            .And.NotContain("a long word");
        run.Slots.Should().BeEmpty();
        server.Connections.Should().Be(0);
    }

    [Test]
    public void Tells_what_is_wrong_with_a_file_in_place_of_a_plan()
    {
        using var run = Dry("""{ "name": "staging" }""");

        run.Problem.Should().StartWith("The configuration cannot be used:").And.NotContain("dry run");
    }

    private Conformance.Fixtures.Runs.ConformanceRun Dry(string json)
    {
        var file = Path.Combine(folder.FullName, $"{Guid.NewGuid():N}.json");
        File.WriteAllText(file, json);
        return RunWiring.From(
            new Dictionary<string, string>
            {
                ["CONFORMANCE_TARGETS"] = file,
                ["CONFORMANCE_DRY_RUN"] = "1",
                ["CONFORMANCE_OUTPUT"] = folder.FullName,
                ["ALICE_PASSWORD"] = "a long word",
            },
            new Dictionary<string, string>());
    }
}
