using Conformance.Fixtures.Cleaning;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.Reports.Records;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using Conformance.SelfTests.Runsettings.Ci;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Packaged;

/// <summary>A vendor's own test project, made by the template, tests a server with the packages alone.</summary>
public sealed class VendorProjectTests
{
    private const string Project = "My.Conformance";

    [Test]
    public async Task Tests_a_server_by_its_recipes_and_filters_and_holds_on_to_its_catalogue()
    {
        await using var sound = await ReferenceServer.Start(new KoyebServerOptions());
        await using var broken = await ReferenceServer.Start(new KoyebServerOptions { Faults = ["AnswersLogoutWithArray"] });
        using var folder = await VendorFolder.Create();
        await Succeeds(
            folder,
            """
            dotnet new install "$PACKAGES"/Conformance.Templates.*.nupkg
            dotnet new conformance-project --output My.Conformance --contract koyeb --ci gitlab
            dotnet new conformance-project --output Other.Conformance --name My.Conformance
            # What surrounds a project of a vendor: versions in one place, and a build that takes no warnings.
            echo '<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>' \
                > Directory.Packages.props
            echo '<Project><PropertyGroup><AnalysisMode>All</AnalysisMode><TreatWarningsAsErrors>true</TreatWarningsAsErrors>' \
                '<LangVersion>11</LangVersion></PropertyGroup></Project>' > Directory.Build.props
            """);
        await File.WriteAllTextAsync(folder.PathTo(Project, "staging.json"), sound.TargetFile("staging"));

        var night = GitLabRecipe.Read(await File.ReadAllTextAsync(folder.PathTo(Project, ".gitlab-ci.yml")), Occasion.Night);
        var green = await Run(folder, night);
        green.Console.Should().Contain("conformant to koyeb-s21").And.NotContain(Recipe.Secret);
        green.Code.Should().Be(0, green.Console);
        night.Uploads.Should().OnlyContain(path => Path.Exists(folder.PathTo(path)));
        RecordOf(folder).Scenarios.Select(scenario => scenario.Scenario).Should().BeEquivalentTo(
            KnownContracts.Koyeb.Scenarios.SelectMany(scenario => scenario.Cases));

        await Succeeds(folder, "dotnet test --no-build --filter 'Endpoint=DELETE:/v1/account/logout&Category=obligation'", Project);
        RecordOf(folder).Scenarios.Where(IsJudged).Select(scenario => scenario.Requirement).Distinct().Should().BeEquivalentTo(
            KnownContracts.Koyeb.Catalogue.Requirements
                .Where(row => row is { Endpoint: "DELETE /v1/account/logout", Severity: Severity.Fail })
                .Select(row => row.Id).Where(id => KnownContracts.Koyeb.Scenarios.Any(scenario => scenario.Requirement == id)));

        await File.WriteAllTextAsync(folder.PathTo(Project, "staging.json"), broken.TargetFile("staging"));
        var request = GitHubRecipe.Read(
            await File.ReadAllTextAsync(folder.PathTo("Other.Conformance", ".github", "workflows", "conformance.yml")), Occasion.Request);
        var red = await Run(folder, request);
        red.Code.Should().NotBe(0);
        red.Console.Should().Contain("not conformant to koyeb-s21").And.Contain("dotnet test --filter");
        RecordOf(folder).Scenarios.Should().Contain(
            scenario => scenario.Requirement == "KOY-LOGOUT-02" && scenario.Verdict == Verdict.Fail);

        await HoldsOnToItsCatalogue(folder);
    }

    private static async Task HoldsOnToItsCatalogue(VendorFolder folder)
    {
        var file = folder.PathTo(Project, "conformance.lock");
        var packaged = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, packaged.Replace("koyeb sha256:", "koyeb sha256:0", StringComparison.Ordinal));

        var (code, console) = await folder.Run("dotnet build", Variables, Project);
        code.Should().NotBe(0);
        console.Should().Contain("error CONF0001").And.Contain("conformance.lock");

        await Succeeds(folder, "dotnet build -p:UpdateConformanceLock=true", Project);
        (await File.ReadAllTextAsync(file)).Should().Be(packaged);
    }

    private static Dictionary<string, string> Variables => new()
    {
        ["CONFORMANCE_REFERENCE_PASSWORD"] = Recipe.Secret,
        [LedgerKey.Variable] = OwnLedgerKey.Value,
    };

    private static async Task Succeeds(VendorFolder folder, string script, string below = "")
    {
        var (code, console) = await folder.Run(script, Variables, below);
        code.Should().Be(0, console);
    }

    // The first step that fails ends it, but for those that run always.
    private static async Task<(int Code, string Console)> Run(VendorFolder folder, Recipe recipe)
    {
        var (sum, all) = (0, "");
        foreach (var step in recipe.Steps.Where(step => step.Script.Length > 0))
        {
            if (sum != 0 && !step.RunsAlways)
                continue;

            var variables = Variables.Concat(recipe.Environment).Concat(step.Environment).DistinctBy(each => each.Key)
                .Append(new("GITHUB_STEP_SUMMARY", folder.PathTo("summary"))).ToDictionary();
            var (code, console) = await folder.Run(step.Script, variables);
            sum |= code;
            all += console;
        }

        return (sum, all);
    }

    private static bool IsJudged(ScenarioFinished scenario) => scenario.Exchanges.Count > 0;

    private static RunRecord RecordOf(VendorFolder folder) =>
        RunRecordJson.Read(File.ReadAllText(folder.PathTo(Project, "conformance-out", "staging", "run.json")), "run.json");
}
