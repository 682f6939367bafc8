using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.SelfTests.Reports.Formats;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>What a reader of the recipes can rely on: the same commands, few lines, few rights, no foreign text in a shell.</summary>
public sealed partial class RecipeTextTests
{
    private static readonly string[] Commands =
    [
        "rm -rf suite && git clone --depth 1 --branch \"$SUITE_VERSION\" \"$SUITE_URL\" suite",
        "dotnet test suite/suites/Conformance.Suites",
        "dotnet run --project suite/reports/Conformance.Tool -- gate suite/reports/out/staging/run.json --run-id \"$CONFORMANCE_RUN_ID\"",
    ];

    private static IEnumerable<string> Names => Recipe.Names;

    private static JsonNode GitHub => Yaml.Parse(Text("github-actions.yml"));

    [TestCaseSource(nameof(Names))]
    public void All_have_the_same_commands(string name) =>
        string.Join('\n', Recipe.Of(name, Occasion.Night).Steps.Select(step => step.Script)).Should().ContainAll(Commands);

    [TestCaseSource(nameof(Names))]
    public void All_are_short(string name) => File.ReadAllLines(Recipe.PathOf(name)).Should().HaveCountLessThan(70);

    // $( ) is a macro in Azure, and in a shell what none of them needs.
    [TestCaseSource(nameof(Names))]
    public void No_shell_is_given_a_text_that_a_request_can_choose(string name) =>
        string.Concat(Recipe.Of(name, Occasion.Request).Steps.Select(step => step.Script)).Should().NotContainAny("${{", "$(", "`");

    [Test]
    public void Jenkins_replaces_nothing_in_a_shell() => Text("Jenkinsfile").Should().NotContainAny("sh \"", "sh(");

    [Test]
    public void GitHub_gives_no_secret_to_a_fork_and_few_rights_to_anybody()
    {
        GitHub["on"]!.AsObject().Select(trigger => trigger.Key).Should().Equal("pull_request", "schedule");
        Yaml.Texts(GitHub["permissions"]).Should().Equal(("contents", "read"), ("pull-requests", "write"), ("security-events", "write"));
    }

    [Test]
    public void GitHub_gives_passwords_to_the_run_alone() =>
        GitHub["jobs"]!["conformance"]!["steps"].Each()
            .Where(step => step.ToJsonString().Contains("secrets.", StringComparison.Ordinal))
            .Select(step => (string?)step["name"])
            .Should()
            .Equal("Run");

    [Test]
    public void GitHub_uses_actions_of_a_major_version() =>
        GitHub["jobs"]!["conformance"]!["steps"].Each()
            .Select(step => (string?)step["uses"])
            .OfType<string>()
            .Should()
            .HaveCountGreaterThan(3)
            .And.OnlyContain(action => MajorVersion().IsMatch(action));

    private static string Text(string name) => File.ReadAllText(Recipe.PathOf(name));

    [GeneratedRegex(@"^(actions|github)/[\w/-]+@v\d+$")]
    private static partial Regex MajorVersion();
}
