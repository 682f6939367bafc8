using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.SelfTests.Reports.Formats;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>The recipe for GitHub Actions: expressions are put into <c>env</c>, and steps run <c>bash -e</c>.</summary>
internal static partial class GitHubRecipe
{
    private const string OnRequest = "github.event_name == 'pull_request'";

    public static Recipe Read(string text, Occasion occasion)
    {
        var job = Yaml.Parse(text)["jobs"]!["conformance"]!;
        var values = Values(occasion);
        var folder = (string?)job["defaults"]?["run"]?["working-directory"] is { } below ? $"cd {below}\n" : "";
        var steps = job["steps"].Each()
            .Where(step => occasion is not Occasion.Night || If(step)?.Contains(OnRequest, StringComparison.Ordinal) is not true)
            .ToList();
        return new Recipe(
            Environment(job, values),
            [.. steps.Where(step => step["run"] is not null).Select(step => Step(step, values, folder))],
            [.. steps.Where(IsUpload).Where(RunsAlways).SelectMany(step => Yaml.Texts(step["with"]))
                .Where(input => input.Name is "path" or "sarif_file")
                .Select(input => input.Value)]);
    }

    private static Dictionary<string, string> Values(Occasion occasion) => new()
    {
        ["github.event_name"] = occasion is Occasion.Night ? "schedule" : "pull_request",
        ["github.event.pull_request.html_url"] = "https://github.example.org/team/server/pull/7",
        ["github.run_id"] = "4711",
        ["github.run_attempt"] = "2",
        ["github.token"] = "token-of-the-job",
        // An unknown secret is an empty text.
        ["secrets.ALICE_PASSWORD"] = occasion is Occasion.Fork ? "" : Recipe.Secret,
        ["secrets.CONFORMANCE_LEDGER_KEY"] = OwnLedgerKey.Value,
        ["secrets.BOB_PASSWORD"] = occasion is Occasion.Fork ? "" : Recipe.Secret,
    };

    private static RecipeStep Step(JsonNode step, Dictionary<string, string> values, string folder) =>
        new(["bash", "-e"], folder + (string)step["run"]!, Environment(step, values)) { RunsAlways = RunsAlways(step) };

    private static Dictionary<string, string> Environment(JsonNode owner, Dictionary<string, string> values) =>
        Yaml.Texts(owner["env"]).ToDictionary(
            variable => variable.Name,
            variable => Expression().Replace(variable.Value, match => Evaluate(match.Groups["expression"].Value, values)));

    private static string Evaluate(string expression, Dictionary<string, string> values) =>
        Choice().Match(expression) is { Success: true } choice
            ? choice.Groups[values[choice.Groups["name"].Value] == choice.Groups["value"].Value ? "then" : "else"].Value
            : values[expression];

    private static bool IsUpload(JsonNode step) => ((string?)step["uses"])?.Contains("/upload-", StringComparison.Ordinal) is true;

    private static bool RunsAlways(JsonNode step) => If(step)?.StartsWith("always()", StringComparison.Ordinal) is true;

    private static string? If(JsonNode step) => (string?)step["if"];

    [GeneratedRegex(@"\$\{\{ (?<expression>.*?) \}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"^(?<name>[\w.]+) == '(?<value>.*)' && '(?<then>.*)' \|\| '(?<else>.*)'$")]
    private static partial Regex Choice();
}
