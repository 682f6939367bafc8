using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.SelfTests.Reports.Formats;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>
/// The recipe for Azure Pipelines: expressions choose variables before anything runs, <c>$(…)</c> is replaced before each step, and steps
/// run <c>bash</c>, which ends with the code of its last command.
/// </summary>
internal static partial class AzureRecipe
{
    private const string IfRequest = "${{ if eq(variables['Build.Reason'], 'PullRequest') }}";

    private const string IfNot = "${{ else }}";

    public static Recipe Read(string text, Occasion occasion)
    {
        var pipeline = Yaml.Parse(text);
        var values = Values(occasion);
        var environment = values.ToDictionary(value => value.Key.ToUpperInvariant().Replace('.', '_'), value => value.Value);
        foreach (var variable in pipeline["variables"].Each().Where(variable => variable["name"] is not null))
        {
            var value = variable["value"] ?? variable[occasion is Occasion.Night ? IfNot : IfRequest]!["value"]!;
            environment[(string)variable["name"]!] = Replace((string)value!, values);
        }

        var steps = pipeline["steps"].Each().Where(step => IsMeant(Condition(step), occasion)).ToList();
        return new Recipe(
            environment,
            [.. steps.Where(step => step["bash"] is not null).Select(step => Step(step, values))],
            [.. steps.Where(RunsAlways).Select(step => (string?)step["publish"] ?? (string?)step["inputs"]?["testResultsFiles"])
                .OfType<string>()]);
    }

    private static Dictionary<string, string> Values(Occasion occasion)
    {
        var values = new Dictionary<string, string>
        {
            ["Build.Reason"] = occasion is Occasion.Night ? "Schedule" : "PullRequest",
            ["Build.BuildId"] = "4711",
            ["Build.Repository.Id"] = "repository-1",
            ["System.JobAttempt"] = "2",
            ["System.CollectionUri"] = "https://azure.example.org/team/",
            ["System.TeamProjectId"] = "project-1",
        };
        if (occasion is not Occasion.Night)
            values["System.PullRequest.PullRequestId"] = "7";
        return values;
    }

    private static RecipeStep Step(JsonNode step, Dictionary<string, string> values) =>
        new(["bash"], (string)step["bash"]!, Yaml.Texts(step["env"]).ToDictionary(each => each.Name, each => Replace(each.Value, values)))
        {
            RunsAlways = RunsAlways(step),
        };

    // Secrets come from the variable group, and are in no environment that does not name them.
    private static string Replace(string text, Dictionary<string, string> values) => Macro().Replace(
        text,
        match => values.GetValueOrDefault(match.Groups["name"].Value, Recipe.Secret));

    private static bool IsMeant(string condition, Occasion occasion) =>
        condition.Contains("IsFork", StringComparison.Ordinal) ? occasion is Occasion.Fork
        : !condition.Contains("PullRequest", StringComparison.Ordinal) || occasion is not Occasion.Night;

    private static bool RunsAlways(JsonNode step) => Condition(step).Contains("always()", StringComparison.Ordinal);

    private static string Condition(JsonNode step) => (string?)step["condition"] ?? "";

    [GeneratedRegex(@"\$\((?<name>[\w.]+)\)")]
    private static partial Regex Macro();
}
