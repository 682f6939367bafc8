using System.Text.RegularExpressions;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>The recipe for Jenkins: the <c>sh</c> steps in single quotes, in which Groovy replaces nothing, run <c>sh -e</c>.</summary>
internal static partial class JenkinsRecipe
{
    public static Recipe Read(string text, Occasion occasion)
    {
        var environment = new Dictionary<string, string> { ["BUILD_TAG"] = "jenkins-conformance-4711" };
        if (occasion is not Occasion.Night)
        {
            environment["CHANGE_ID"] = "7";
            environment["CHANGE_URL"] = "https://github.example.org/team/server/pull/7";
        }

        foreach (Match variable in Variable().Matches(text))
            environment[variable.Groups["name"].Value] = Evaluate(variable.Groups["value"].Value, environment);

        var post = text.IndexOf("  post {\n    always {", StringComparison.Ordinal);
        return new Recipe(
            environment,
            [.. Sh().Matches(text).Select(match => Step(match, post))],
            [.. Upload().Matches(text).Where(match => match.Index > post).Select(match => match.Groups["path"].Value.Replace("/**", ""))]);
    }

    private static RecipeStep Step(Match match, int post) =>
        new(["sh", "-e"], match.Groups["script"].Value, new Dictionary<string, string>())
        {
            RunsAlways = match.Index > post,
            LetsOthersRun = match.Groups["caught"].Success,
        };

    private static string Evaluate(string value, Dictionary<string, string> environment) =>
        value.StartsWith("credentials(", StringComparison.Ordinal) ? Recipe.Secret
        : Choice().Match(value) is { Success: true } choice
            ? choice.Groups[environment.ContainsKey(choice.Groups["name"].Value) ? "then" : "else"].Value
        : Reference().Match(value) is { Success: true } reference ? environment[reference.Groups["name"].Value]
        : value.Trim('\'');

    [GeneratedRegex(@"^ +(?<name>\w+) = (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex Variable();

    [GeneratedRegex(@"^""\$\{env\.(?<name>\w+) \? '(?<then>.*)' : '(?<else>.*)'\}""$")]
    private static partial Regex Choice();

    [GeneratedRegex(@"^""\$\{env\.(?<name>\w+)\}""$")]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<caught>catchError\(.*\) \{\n)? +sh '(?<script>[^'\n]+)'")]
    private static partial Regex Sh();

    [GeneratedRegex(@"(?:artifacts|testResults): '(?<path>[^']+)'")]
    private static partial Regex Upload();
}
