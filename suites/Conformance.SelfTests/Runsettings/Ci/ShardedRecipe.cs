using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.SelfTests.Reports.Formats;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>A sharded recipe of runsettings/ci as its engine understands it; no more of that than the recipes use.</summary>
/// <param name="Shards">The jobs of the shards.</param>
/// <param name="Judge">The job that merges their records and judges the whole.</param>
/// <param name="Left">Where a shard leaves its record, from the folder of its job.</param>
/// <param name="Found">Where the judge finds those of all shards.</param>
internal sealed partial record ShardedRecipe(
    IReadOnlyList<Recipe> Shards, Recipe Judge, Func<int, string> Left, Func<int, string> Found)
{
    private static readonly Dictionary<string, Func<string, ShardedRecipe>> Readers = new()
    {
        ["github-actions-sharded.yml"] = GitHub,
        ["gitlab-ci-sharded.yml"] = GitLab,
        ["azure-pipelines-sharded.yml"] = Azure,
        ["Jenkinsfile-sharded"] = Jenkins,
    };

    private static readonly string[] Bash = ["bash", "-e"];

    /// <summary>What runs a shell: the steps of one shard, and those of the judge.</summary>
    public IEnumerable<RecipeStep> Steps => Shards[0].Steps.Concat(Judge.Steps);

    /// <summary>The names of the files.</summary>
    public static IEnumerable<string> Names => Readers.Keys;

    /// <summary>The recipe of that file.</summary>
    public static ShardedRecipe Of(string name) => Readers[name](File.ReadAllText(Recipe.PathOf(name)));

    private static ShardedRecipe GitHub(string text)
    {
        var jobs = Yaml.Parse(text)["jobs"]!;
        var shards = jobs["shard"]!["strategy"]!["matrix"]!["shard"].Each().Select(each => (string)each!).ToList();
        var upload = jobs["shard"]!["steps"].Each().Last()["with"]!;
        var download = jobs["conformance"]!["steps"].Each().Single(step => step["with"]?["pattern"] is not null)["with"]!;
        var name = ((string)upload["name"]!).Split('$')[0];
        return new ShardedRecipe(
            [.. shards.Select(shard => Job(jobs["shard"]!["steps"], "run", ("CONFORMANCE_SHARD", shard)))],
            Job(jobs["conformance"]!["steps"], "run"),
            _ => (string)upload["path"]!,
            index => $"{download["path"]}/{name}{index}/{Path.GetFileName((string)upload["path"]!)}");
    }

    private static ShardedRecipe GitLab(string text)
    {
        var pipeline = Yaml.Parse(text);
        var (before, shard, judge) = (pipeline[".conformance"]!["before_script"], pipeline["conformance-shard"]!, pipeline["conformance"]!);
        var count = int.Parse((string)shard["parallel"]!, System.Globalization.CultureInfo.InvariantCulture);
        var folder = (string)shard["artifacts"]!["paths"]![0]!;
        return new ShardedRecipe(
            [.. Enumerable.Range(1, count).Select(index => Made(
                [Step(Lines(before, shard["script"])), Step(Lines(shard["after_script"])) with { RunsAlways = true }],
                ("CONFORMANCE_SHARD", (string)shard["variables"]!["CONFORMANCE_SHARD"]!),
                ("CI_NODE_INDEX", $"{index}"),
                ("CI_NODE_TOTAL", $"{count}")))],
            Made([Step(Lines(before, judge["script"]))]),
            index => $"{folder}/{index}.json",
            index => $"{folder}/{index}.json");
    }

    private static ShardedRecipe Azure(string text)
    {
        var jobs = Yaml.Parse(text)["jobs"].Each().ToDictionary(job => (string)job["job"]!);
        var (shard, judge) = (jobs["shard"], jobs["conformance"]);
        var count = (string)shard["strategy"]!["parallel"]!;
        var download = judge["steps"].Each().Single(step => (string?)step["task"] == "DownloadPipelineArtifact@2")["inputs"]!;
        var publish = shard["steps"].Each().Last();
        return new ShardedRecipe(
            [.. Enumerable.Range(1, int.Parse(count, System.Globalization.CultureInfo.InvariantCulture)).Select(index => Job(
                shard["steps"], "bash", ("CONFORMANCE_SHARD", Replaced((string)shard["variables"]!["CONFORMANCE_SHARD"]!, index))))],
            Job(judge["steps"], "bash"),
            _ => (string)publish["publish"]!,
            index => $"{download["targetPath"]}/{Replaced((string)publish["artifact"]!, index)}/run.json");

        string Replaced(string macro, int index) => macro
            .Replace("$(System.JobPositionInPhase)", $"{index}", StringComparison.Ordinal)
            .Replace("$(System.JobAttempt)", "1", StringComparison.Ordinal)
            .Replace("$(System.TotalJobsInPhase)", count, StringComparison.Ordinal);
    }

    private static ShardedRecipe Jenkins(string text)
    {
        var gate = text.IndexOf("stage('Gate')", StringComparison.Ordinal);
        var values = Quoted().Matches(Values().Match(text).Value).Select(match => match.Groups["text"].Value).ToList();
        var steps = Sh().Matches(text).Select(match => (match.Index, Step: new RecipeStep(
            ["sh", "-e"], match.Groups["script"].Value, new Dictionary<string, string>())
        {
            LetsOthersRun = match.Groups["caught"].Success,
        })).ToList();
        return new ShardedRecipe(
            [.. values.Select(shard => Made(
                [.. steps.Where(step => step.Index < gate).Select(step => step.Step)],
                ("SHARD", shard),
                ("CONFORMANCE_SHARD", Shard().Match(text).Groups["value"].Value.Replace("${SHARD}", shard, StringComparison.Ordinal))))],
            Made([.. steps.Where(step => step.Index > gate).Select(step => step.Step)]),
            index => $"shards/{index}.json",
            index => $"shards/{index}.json");
    }

    private static Recipe Job(JsonNode? steps, string shell, params (string, string)[] variables) => Made(
        [.. steps.Each().Where(step => step[shell] is not null).Select(step => Step((string)step[shell]!) with
        {
            RunsAlways = (string?)(step["if"] ?? step["condition"]) == "always()",
        })],
        variables);

    private static Recipe Made(IReadOnlyList<RecipeStep> steps, params (string Name, string Value)[] variables)
    {
        Dictionary<string, string> environment = new()
        {
            ["SUITE_URL"] = "https://example.org/conformance.git",
            ["SUITE_VERSION"] = "v0.1.0",
            ["CONFORMANCE_TARGETS"] = "conformance/staging.json",
            ["CONFORMANCE_RUN_ID"] = "nightly-1",
            ["ACCOUNTS_PASSWORD"] = Recipe.Secret,
        };
        foreach (var (name, value) in variables)
            environment[name] = value;

        return new Recipe(environment, steps, []);
    }

    private static RecipeStep Step(string script) => new(Bash, script, new Dictionary<string, string>());

    private static string Lines(params JsonNode?[] scripts) =>
        string.Join('\n', scripts.SelectMany(script => script.Each()).Select(line => (string)line!));

    [GeneratedRegex(@"values .+")]
    private static partial Regex Values();

    [GeneratedRegex("'(?<text>[^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"CONFORMANCE_SHARD = ""(?<value>[^""]+)""")]
    private static partial Regex Shard();

    [GeneratedRegex(@"(?<caught>catchError\(.*\) \{\n)? +sh '(?<script>[^'\n]+)'")]
    private static partial Regex Sh();
}
