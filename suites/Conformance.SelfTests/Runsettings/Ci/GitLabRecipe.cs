using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.SelfTests.Reports.Formats;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>
/// The recipe for GitLab CI: the lines of a script are one, which ends at the first that fails; what comes after it has a shell of its own,
/// whatever happened.
/// </summary>
internal static partial class GitLabRecipe
{
    private static readonly RecipeStep[] NoSteps = [];

    private static readonly string[] Shell = ["bash", "-e", "-o", "pipefail"];

    public static Recipe Read(string text, Occasion occasion)
    {
        var job = Yaml.Parse(text)["conformance"]!;
        var given = Given(occasion);
        var environment = new Dictionary<string, string>(given);
        var rule = job["rules"].Each()
            .Single(rule => (string)rule["if"]! == $"$CI_PIPELINE_SOURCE == \"{given["CI_PIPELINE_SOURCE"]}\"");
        foreach (var (name, value) in Yaml.Texts(job["variables"]).Concat(Yaml.Texts(rule["variables"])))
            environment[name] = Variable().Replace(value, match => given[match.Groups["name"].Value]);

        var uploads = (string?)job["artifacts"]!["when"] == "always"
            ? job["artifacts"]!["paths"].Each().Select(path => (string)path!).Append((string)job["artifacts"]!["reports"]!["junit"]!)
            : [];
        return new Recipe(
            environment,
            [Step(job["script"]), .. job["after_script"] is { } after ? [Step(after) with { RunsAlways = true }] : NoSteps],
            [.. uploads]);
    }

    private static RecipeStep Step(JsonNode? lines) =>
        new(Shell, string.Join('\n', lines.Each().Select(line => (string)line!)), new Dictionary<string, string>());

    private static Dictionary<string, string> Given(Occasion occasion)
    {
        var given = new Dictionary<string, string>
        {
            ["CI_PIPELINE_SOURCE"] = occasion is Occasion.Night ? "schedule" : "merge_request_event",
            ["CI_JOB_ID"] = "4711",
            ["CI_API_V4_URL"] = "https://gitlab.example.org/api/v4",
            ["CI_PROJECT_ID"] = "12",
        };
        if (occasion is not Occasion.Night)
            given["CI_MERGE_REQUEST_IID"] = "7";
        if (occasion is not Occasion.Fork)
        {
            foreach (var secret in new[] { "ALICE_PASSWORD", "BOB_PASSWORD", "COMMENT_TOKEN" })
                given[secret] = Recipe.Secret;
        }

        return given;
    }

    [GeneratedRegex(@"\$(?<name>\w+)")]
    private static partial Regex Variable();
}
