using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.SelfTests.Reports;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary>What programs read is documented, member by member.</summary>
public sealed class JsonOutputTests
{
    [TestCase("gate", "gate", "{gated}", "{run}", "--profile", "matrix-logout")]
    [TestCase("diff", "diff", "{old}", "{run}")]
    [TestCase("list requirements", "list", "requirements", "{run}", "--dialect", "matrix")]
    [TestCase("list scenarios", "list", "scenarios", "{cases}", "--profile", "matrix-logout")]
    [TestCase("list profiles", "list", "profiles")]
    [TestCase("list formats", "list", "formats")]
    [TestCase("doctor", "doctor", "{target}")]
    [TestCase("plan", "plan", "{target}", "--offline")]
    [TestCase("list faults", "list", "faults")]
    public async Task Every_member_is_in_the_README(string command, params string[] args)
    {
        using var folder = new ToolFolder();
        var files = new Dictionary<string, string>
        {
            ["{run}"] = folder.Save("run.json", SampleRun.Record),
            ["{gated}"] = folder.Save("gated.json", GatedRuns.OfAllKinds()),
            ["{old}"] = folder.Save("old.json", Journals.Fold(Journals.Finished("MTX-LOGOUT-02", Verdict.Pass))),
            // Nobody listens there.
            ["{target}"] = folder.Save(
                "target.json",
                """
                {
                  "name": "target", "dialect": "matrix", "baseUrl": "http://127.0.0.1:1",
                  "accounts": [{ "user": "alice", "password": "${env:PATH}" }]
                }
                """),
            ["{cases}"] = folder.Save(
                "cases.json",
                Journals.Fold(Journals.Finished("MTX-LOGOUT-02", Verdict.Pass, "LogoutTests.Kills_the_token_on_every_endpoint(1)"))),
        };

        var call = await ToolCall.Of([.. args.Select(arg => files.GetValueOrDefault(arg, arg)), "--json"]);

        var members = Members(JsonNode.Parse(call.Output)!).Distinct().ToList();
        members.Should().NotBeEmpty().And.OnlyContain(member => Documented(command).Contains($"`{member}`"));
    }

    /// <summary>The row of a command and those that go on with it.</summary>
    private static string Documented(string command)
    {
        var lines = File.ReadAllLines(RepositoryRoot.Combine("reports", "Conformance.Tool", "README.md"));
        var first = Array.FindIndex(lines, line => line.StartsWith($"| `{command}` |", StringComparison.Ordinal));
        return string.Concat(
            lines.Skip(first + 1).TakeWhile(line => line.StartsWith("| …", StringComparison.Ordinal)).Prepend(lines[first]));
    }

    private static IEnumerable<string> Members(JsonNode node) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is { } value ? Members(value).Prepend(member.Key) : [member.Key]),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Members),
        _ => [],
    };
}
