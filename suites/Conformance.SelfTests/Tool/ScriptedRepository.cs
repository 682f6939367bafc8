using System.Security;

namespace Conformance.SelfTests.Tool;

/// <summary>
/// A repository with the files that self-tests make, whose self-tests are a few lines of MSBuild: <c>dotnet build</c> and
/// <c>dotnet test</c> run them as they run the real ones.
/// </summary>
internal sealed class ScriptedRepository : IDisposable
{
    private const string Project = "suites/Conformance.SelfTests/Conformance.SelfTests.csproj";

    private readonly ToolFolder folder = new();

    private ScriptedRepository()
    {
    }

    public string FullName => folder.FullName;

    /// <summary>One whose self-tests do something, and come to some results.</summary>
    /// <param name="whileTesting">Tasks of MSBuild that run as the tests.</param>
    /// <param name="results">The names of the tests, with the messages of those that fail; null for no results at all.</param>
    /// <param name="whileBuilding">Tasks of MSBuild that run as the build.</param>
    public static ScriptedRepository Where(
        string whileTesting = "", (string Test, string? Failure)[]? results = null, string whileBuilding = "")
    {
        var repository = new ScriptedRepository();
        foreach (var file in new[]
        {
            "README.md",
            "schemas/Conformance.Schemas/Scenarios/matrix.json",
            "schemas/Conformance.Schemas/Costs/matrix.json",
            "suites/Conformance.Suites/Matrix/complement-and-sytest.md",
            "suites/Conformance.Suites/package/conformance.lock",
            "reports/Conformance.Reports/Faults/fault-results.json",
        })
        {
            repository.folder.Save(file, "old");
        }

        repository.folder.Save("results.trx", Results(results ?? []));
        var copy = results is null
            ? ""
            : """<Copy SourceFiles="$(MSBuildProjectDirectory)/../../results.trx" DestinationFolder="$(VSTestResultsDirectory)" />""";
        repository.folder.Save(
            Project,
            $"""
            <Project DefaultTargets="Build">
              <Target Name="Restore" />
              <Target Name="Build">{whileBuilding}</Target>
              <Target Name="VSTest">{whileTesting}{copy}</Target>
            </Project>
            """);
        return repository;
    }

    /// <summary>A task of MSBuild that writes a file, by its path from the root.</summary>
    public static string Write(string path, string text) =>
        $"""<WriteLinesToFile File="$(MSBuildProjectDirectory)/../../{path}" Lines="{text}" Overwrite="true" />""";

    public void Dispose() => folder.Dispose();

    private static string Results((string Test, string? Failure)[] results) =>
        $"""
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><Results>
        {string.Concat(results.Select(result => Result(result.Test, result.Failure)))}
        </Results></TestRun>
        """;

    private static string Result(string test, string? failure) =>
        $"""<UnitTestResult testName="{test}" outcome="{(failure is null ? "Passed" : "Failed")}"><Output><ErrorInfo><Message>"""
        + $"""{SecurityElement.Escape(failure)}</Message></ErrorInfo></Output></UnitTestResult>""";
}
