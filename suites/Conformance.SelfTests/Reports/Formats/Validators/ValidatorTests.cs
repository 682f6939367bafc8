using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.Formats.Validators.WrittenReports;

namespace Conformance.SelfTests.Reports.Formats.Validators;

/// <summary>Readers that others wrote accept the reports, and would say so if they did not.</summary>
public sealed class ValidatorTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    [Test]
    public Task Ctrf_accepts_its_report() => Judge("ctrf", "ctrf.json", report => report["results"]!["summary"]!["failed"] = "two");

    [Test]
    public Task A_validator_of_HTTP_archives_accepts_the_exchanges() =>
        Judge("har", "exchanges.har", archive => archive["log"]!["entries"]![0]!["request"]!["headersSize"] = "many");

    [Test]
    public Task A_reader_of_linked_data_finds_everything_in_the_assertions_themselves() =>
        Judge("earl", "earl.jsonld", document => document["@context"] = "https://www.w3.org/ns/earl.jsonld");

    [Test]
    public async Task Sarif_Multitool_has_nothing_against_the_results()
    {
        (await Sarif(Path.Combine(Folder, "conformance.sarif"))).Should().BeEmpty();
        (await Sarif(Broken("conformance.sarif", log => log["runs"]![0]!["results"]![0]!["ruleIndex"] = 999))).Should().NotBeEmpty();
    }

    private static async Task Judge(string format, string name, Action<JsonNode> breakIt)
    {
        var broken = Broken(name, breakIt);
        var (exitCode, console) = await Readers.Run(Bound, ["run", "--silent", "validate", format, Path.Combine(Folder, name), broken]);

        exitCode.Should().Be(0, console);
        var told = console.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        told.Should().HaveCount(2);
        told[0]["problems"].Each().Should().BeEmpty();
        told[1]["problems"].Each().Should().NotBeEmpty("else nothing was looked at");
    }

    private static async Task<IReadOnlyList<string>> Sarif(string file)
    {
        var output = $"{file}.validated";
        var (_, console) = await Readers.Run(Bound, ["run", "--silent", "sarif", "--", "validate", file, "--output", output]);
        File.Exists(output).Should().BeTrue(console);
        return
        [
            .. JsonNode.Parse(await File.ReadAllTextAsync(output))!["runs"]![0]!["results"].Each()
                // The suite has no site to name, and the version of the self-tests is no number.
                .Where(result =>
                    (string)result["message"]!["id"]! is not ("Warning_ProvideToolnformationUri" or "Warning_UseNumericToolVersions"))
                .Select(result => result.ToJsonString()),
        ];
    }
}
