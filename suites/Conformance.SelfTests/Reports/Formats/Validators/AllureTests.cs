using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Formats.Validators.WrittenReports;

namespace Conformance.SelfTests.Reports.Formats.Validators;

/// <summary>Allure 3 builds its report from our results, and everything is in it.</summary>
public sealed class AllureTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    private static readonly Dictionary<string, string> Quiet = new() { ["ALLURE_NO_ANALYTICS"] = "true" };

    private readonly List<JsonNode> tests = [];

    [OneTimeSetUp]
    public async Task Generate()
    {
        var report = Path.Combine(Folder, "allure-report");
        var (exitCode, console) = await Readers.Run(
            Bound, ["run", "--silent", "allure", "--", "generate", "--cwd", Folder, "--output", report], Quiet);
        Assert.That(exitCode, Is.Zero, console);
        tests.AddRange(Directory.EnumerateFiles(Path.Combine(report, "data", "test-results"), "*.json").Select(
            file => JsonNode.Parse(File.ReadAllText(file))!));
    }

    [Test]
    public void Shows_every_result_with_its_status()
    {
        var written = Written.AllureResults([.. Reported]).Select(result => $"{result["name"]}: {result["status"]}");

        tests.Select(test => $"{test["name"]}: {test["status"]}").Should().BeEquivalentTo(written);
        tests.Should().NotContain(test => (bool)test["isRetry"]!, "the same scenario of two targets is no second try");
    }

    [Test]
    public void Shows_the_judgements_as_steps()
    {
        var expected = Reported.SelectMany(record => record.Scenarios)
            .SelectMany(scenario => scenario.Judgements)
            .Sum(judgement => 1 + judgement.Expectations.Count);

        // One more for each error that it shows as a step of its own.
        tests
            .SelectMany(Steps)
            .Count(step =>
                (string)step["type"]! == "step" && step["stepId"] is not null && step["error"] is null && step["message"] is null)
            .Should()
            .BeGreaterThanOrEqualTo(expected);
        expected.Should().BePositive();
    }

    [Test]
    public void Groups_by_contract_endpoint_and_requirement()
    {
        var labels = tests.Select(test => test["groupedLabels"]!).ToList();

        labels.Should().OnlyContain(grouped => grouped["epic"]![0]!.ToString() == "matrix");
        labels.Select(grouped => grouped["feature"]![0]!.ToString()).Should().Contain(["POST /logout", "POST /logout/all", "errors"]);
        labels
            .Select(grouped => grouped["story"]![0]!.ToString())
            .Should()
            .Contain(story => story.StartsWith("MTX-LOGOUT-02: ", StringComparison.Ordinal));
    }

    [Test]
    public void Finds_every_attachment()
    {
        var links = tests.SelectMany(Steps).Where(step => (string)step["type"]! == "attachment").Select(step => step["link"]!).ToList();

        links
            .Should()
            .HaveCountGreaterThanOrEqualTo(Reported.Sum(record => record.Totals.Requests - record.ExchangesBesideScenarios.Count()));
        links.Where(link => (bool)link["missed"]!).Select(link => link["name"]!.ToString()).Should().BeEmpty();
    }

    private static IEnumerable<JsonNode> Steps(JsonNode item) =>
        (item["steps"]?.Each() ?? []).SelectMany(step => Steps(step).Prepend(step));
}
