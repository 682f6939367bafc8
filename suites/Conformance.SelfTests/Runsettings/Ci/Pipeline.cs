using System.Diagnostics;
using Conformance.SelfTests.Programs;
using Conformance.Suites;
using Conformance.Tool;

namespace Conformance.SelfTests.Runsettings.Ci;

/// <summary>
/// A recipe that is run here, as its CI server would run it: each shell step in turn, in the folder of a repository. In the place of what
/// would leave this machine there are the programs of a folder beside this file.
/// </summary>
internal sealed class Pipeline
{
    /// <summary>Far more than the suite takes against a loopback server.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    private static readonly string[] NeededPrograms = ["bash", "jq"];

    private static readonly string[] TargetFiles = ["staging.json", "staging.pr.json"];

    private readonly List<int> codes = [];
    private bool isStopped;

    private Pipeline(string folder) => Folder = folder;

    /// <summary>Full path of the folder of the repository.</summary>
    public string Folder { get; }

    /// <summary>Whether a step has failed.</summary>
    public bool IsRed => codes.Any(code => code is not 0);

    /// <summary>All that was written to the console.</summary>
    public string Console { get; private set; } = "";

    /// <summary>The calls of git, gh and curl with their arguments, and those of dotnet with the target and the exit code.</summary>
    public IReadOnlyList<string> Calls => File.Exists(PathTo("calls")) ? File.ReadAllLines(PathTo("calls")) : [];

    /// <summary>What was sent to the forge.</summary>
    public string Comment => File.Exists(PathTo("comment")) ? File.ReadAllText(PathTo("comment")) : "";

    /// <summary>Runs a recipe with the suite and the tool as they are built.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="targetFile">The text of its target files.</param>
    public static Task<Pipeline> Run(Recipe recipe, string targetFile) => Run(
        recipe,
        "built",
        targetFile,
        [
            ("SUITE", typeof(Targets).Assembly.Location),
            ("TOOL", typeof(ConformanceTool).Assembly.Location),
            ("SETTINGS", RepositoryRoot.Combine("runsettings", "reference.runsettings")),
        ]);

    /// <summary>Runs a recipe with a suite and a gate that do nothing but end with these codes.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="tests">The code of the suite.</param>
    /// <param name="gate">The code of the gate.</param>
    /// <param name="prepare">Puts into the folder of the repository what earlier jobs have left. Default: they have left nothing.</param>
    public static Task<Pipeline> Run(Recipe recipe, int tests, int gate, Action<string>? prepare = null) =>
        Run(recipe, "scripted", targetFile: "", [("TESTS", $"{tests}"), ("GATE", $"{gate}")], prepare);

    /// <summary>The path of a file in the folder of the repository.</summary>
    public string PathTo(string file) => Path.Combine(Folder, file);

    private static async Task<Pipeline> Run(
        Recipe recipe, string dotnet, string targetFile, (string Name, string Value)[] variables, Action<string>? prepare = null)
    {
        foreach (var program in NeededPrograms.Where(program => IsUsed(program, recipe) && !IsOnPath(program)))
            MissingProgram.GiveUp($"{program} is not on PATH, so no recipe can run that calls it. Install it: apt-get install {program}.");

        var pipeline = new Pipeline(Path.Combine(LastRuns.Folder, $"pipeline-{Guid.NewGuid():N}"));
        var targets = Directory.CreateDirectory(pipeline.PathTo("conformance"));
        foreach (var name in TargetFiles)
            await File.WriteAllTextAsync(Path.Combine(targets.FullName, name), targetFile);
        prepare?.Invoke(pipeline.Folder);
        foreach (var step in recipe.Steps)
            await pipeline.Run(step, dotnet, [.. variables, .. Pairs(recipe.Environment), .. Pairs(step.Environment)]);

        return pipeline;
    }

    private async Task Run(RecipeStep step, string dotnet, (string Name, string Value)[] variables)
    {
        if (isStopped && !step.RunsAlways)
            return;

        using var process = Process.Start(StartInfo(step, dotnet, variables))!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync();
            Console += await process.StandardOutput.ReadToEndAsync().WaitAsync(Bound) + await errors.WaitAsync(Bound);
            await process.WaitForExitAsync().WaitAsync(Bound);
        }
        finally
        {
            // Does nothing to a process that has ended.
            process.Kill(entireProcessTree: true);
        }

        codes.Add(process.ExitCode);
        isStopped |= process.ExitCode is not 0 && !step.LetsOthersRun;
    }

    private ProcessStartInfo StartInfo(RecipeStep step, string dotnet, (string Name, string Value)[] variables)
    {
        var script = PathTo($"step-{codes.Count}");
        File.WriteAllText(script, step.Script);
        var start = new ProcessStartInfo(step.Shell[0], [.. step.Shell.Skip(1), script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        // Neither the variables of a CI server that runs this test, nor those of a developer.
        var programs = RepositoryRoot.Combine("suites", "Conformance.SelfTests", "Runsettings", "Ci", "Programs");
        var path = string.Join(
            Path.PathSeparator, Path.Combine(programs, dotnet), Path.Combine(programs, "forge"), start.Environment["PATH"]);
        foreach (var name in start.Environment.Keys.Except(["HOME", "DOTNET_ROOT", "TMPDIR"]).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        start.Environment["PATH"] = path;
        start.Environment["PIPELINE"] = Folder;
        start.Environment["GITHUB_STEP_SUMMARY"] = PathTo("step-summary");
        return start;
    }

    private static bool IsUsed(string program, Recipe recipe) =>
        recipe.Steps.Any(step => step.Shell[0] == program || step.Script.Contains($"{program} ", StringComparison.Ordinal));

    private static bool IsOnPath(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static IEnumerable<(string Name, string Value)> Pairs(IReadOnlyDictionary<string, string> variables) =>
        variables.Select(variable => (variable.Key, variable.Value));
}
