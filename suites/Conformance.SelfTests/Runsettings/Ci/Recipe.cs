namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>A recipe of runsettings/ci as its CI server understands it on some occasion; no more of that than the recipes use.</summary>
/// <param name="Environment">The variables of the pipeline: the CI server's own, as far as the recipe reads them, and the recipe's.</param>
/// <param name="Steps">What runs a shell, in order.</param>
/// <param name="Uploads">The paths that are uploaded whatever happened before, from the folder of the pipeline.</param>
internal sealed record Recipe(
    IReadOnlyDictionary<string, string> Environment, IReadOnlyList<RecipeStep> Steps, IReadOnlyList<string> Uploads)
{
    /// <summary>The value of every secret.</summary>
    public const string Secret = "reference-server-password";

    private static readonly Dictionary<string, Func<string, Occasion, Recipe>> Readers = new()
    {
        ["github-actions.yml"] = GitHubRecipe.Read,
        ["gitlab-ci.yml"] = GitLabRecipe.Read,
        ["azure-pipelines.yml"] = AzureRecipe.Read,
        ["Jenkinsfile"] = JenkinsRecipe.Read,
    };

    /// <summary>The names of the files.</summary>
    public static IEnumerable<string> Names => Readers.Keys;

    /// <summary>Full path of a file beside the recipes.</summary>
    public static string PathOf(string name) => RepositoryRoot.Combine("runsettings", "ci", name);

    /// <summary>The recipe of that file.</summary>
    public static Recipe Of(string name, Occasion occasion) => Readers[name](File.ReadAllText(PathOf(name)), occasion);
}
