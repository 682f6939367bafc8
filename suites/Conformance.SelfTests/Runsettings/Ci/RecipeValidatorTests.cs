using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Conformance.SelfTests.Programs;
using Conformance.SelfTests.Reports.Formats;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>Programs that others wrote accept the recipes, and would say so if they did not.</summary>
public sealed class RecipeValidatorTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    private static readonly NodeFolder Readers =
        new(RepositoryRoot.Combine("suites", "Conformance.SelfTests", "Runsettings", "Ci"));

    private static readonly Lazy<Task> Installed = new(() => Readers.Install("no independent reader can look at the recipes"));

    private static IEnumerable<string> Names => [.. Recipe.Names, .. ShardedRecipe.Names];

    [Test]
    public async Task The_schema_of_workflows_and_actionlint_accept_the_one_for_GitHub()
    {
        await Installed.Value;
        var (exitCode, console) = await Readers.Run(
            Bound,
            [
                "run", "--silent", "github", "--", Recipe.PathOf("github-actions.yml"), Recipe.PathOf("github-actions-sharded.yml"),
                OfTemplate(".github", "workflows", "conformance.yml"),
                Broken("github-actions.yml", "timeout-minutes:", "timeout:"),
                Broken("github-actions.yml", "\"$REQUEST_URL\"", "${{ github.head_ref }}"),
            ]);

        exitCode.Should().Be(0, console);
        var problems = console.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!["problems"]!);
        problems.Select(each => (each["schema"].Each().Any(), each["linter"].Each().Any())).Should().Equal(
            [(false, false), (false, false), (false, false), (true, true), (false, true)],
            "the fourth breaks the schema, the last puts the name of a branch into a shell: {0}",
            console);
    }

    [Test]
    public async Task The_schema_of_GitLab_accepts_the_one_for_it()
    {
        await Installed.Value;

        (await GitLab(Recipe.PathOf("gitlab-ci.yml"))).Should().Contain("json schema validated");
        (await GitLab(Recipe.PathOf("gitlab-ci-sharded.yml"))).Should().Contain("json schema validated");
        (await GitLab(OfTemplate(".gitlab-ci.yml"))).Should().Contain("json schema validated");
        (await GitLab(Broken("gitlab-ci.yml", "when: always", "when: sometimes"))).Should().Contain("'when' property must be one of");
    }

    [Test]
    public async Task The_compiler_of_Groovy_accepts_the_one_for_Jenkins()
    {
        await Installed.Value;
        // Of the linter, the compiler alone: its rules take three times as long, and are about style.
        var jars = Path.Combine(Readers.Path, "node_modules", "npm-groovy-lint", "lib", "java", "groovy", "lib", "*");
        const string Parse =
            "args.each { println(it + ':'); try { new GroovyShell().parse(new File(it)) } catch (e) { println(e.message) } }";
        var (good, sharded) = (Recipe.PathOf("Jenkinsfile"), Recipe.PathOf("Jenkinsfile-sharded"));
        var bad = Broken("Jenkinsfile", "stages {", "stages [");

        var (_, console) = await Run(
            "default-jre-headless", "java", "-cp", jars, "groovy.ui.GroovyMain", "-e", Parse, good, sharded, bad);

        console.Should().StartWith($"{good}:\n{sharded}:\n{bad}:\n").And.Contain("Unexpected input");
    }

    [TestCaseSource(nameof(Names))]
    public async Task ShellCheck_has_nothing_against_the_steps(string name)
    {
        List<RecipeStep> steps =
            [.. Recipe.Names.Contains(name) ? Recipe.Of(name, Occasion.Request).Steps : ShardedRecipe.Of(name).Steps];
        foreach (var step in steps)
        {
            var (exitCode, console) = await ShellCheck(step.Shell[0], step.Script);
            exitCode.Should().Be(0, console);
        }

        var script = steps.First(step => step.Script.Contains("\"$SUITE_URL\"", StringComparison.Ordinal)).Script;
        (await ShellCheck("sh", script.Replace("\"$SUITE_URL\"", "$SUITE_URL", StringComparison.Ordinal)))
            .ExitCode.Should().Be(1, "a variable without quotes is split into words");
    }

    // What `dotnet new` writes.
    private static string OfTemplate(params string[] parts) =>
        RepositoryRoot.Combine(["suites", "Conformance.Templates", "content", "conformance-project", .. parts]);

    private static Task<(int ExitCode, string Console)> ShellCheck(string shell, string script) =>
        Run("shellcheck", "shellcheck", "--shell", shell, Write("steps.sh", script));

    private static async Task<string> GitLab(string file)
    {
        // It writes beside the file, and takes no full path.
        var copy = Path.GetDirectoryName(Write(Path.GetFileName(file), await File.ReadAllTextAsync(file)))!;
        var folder = Path.GetRelativePath(Readers.Path, copy);
        return (await Readers.Run(
            Bound, ["run", "--silent", "gitlab", "--", "--list", "--cwd", folder, "--file", Path.GetFileName(file)])).Console;
    }

    private static string Broken(string name, string part, string other)
    {
        var text = File.ReadAllText(Recipe.PathOf(name));
        text.Should().Contain(part);
        return Write(name, text.Replace(part, other, StringComparison.Ordinal));
    }

    private static string Write(string name, string text)
    {
        var folder = Directory.CreateDirectory(Path.Combine(LastRuns.Folder, $"recipe-{Guid.NewGuid():N}")).FullName;
        File.WriteAllText(Path.Combine(folder, name), text);
        return Path.Combine(folder, name);
    }

    private static async Task<(int ExitCode, string Console)> Run(string package, string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
            var console = await process.StandardOutput.ReadToEndAsync().WaitAsync(Bound);
            await process.WaitForExitAsync().WaitAsync(Bound);
            return (process.ExitCode, console);
        }
        catch (Win32Exception)
        {
            MissingProgram.GiveUp($"{program} is not on PATH, so it cannot judge the recipes. Install it: apt-get install {package}.");
            throw;
        }
    }
}
