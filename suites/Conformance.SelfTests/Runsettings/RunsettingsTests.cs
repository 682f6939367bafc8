using System.Xml.Linq;
using Conformance.SelfTests.Fixtures.Targets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Runsettings;

/// <summary>The runsettings files: none of them lets an empty run pass.</summary>
[TestFixtureSource(nameof(Files))]
public sealed class RunsettingsTests(string file)
{
    private readonly XElement settings = XDocument.Load(Path.Combine(RepositoryFolder.Runsettings, file)).Root!;

    public static IEnumerable<string> Files =>
        Directory.EnumerateFiles(RepositoryFolder.Runsettings, "*.runsettings").Select(path => Path.GetFileName(path));

    [Test]
    public void Treats_no_tests_as_an_error()
    {
        settings.Element("RunConfiguration")!.Element("TreatNoTestsAsError")!.Value.Should().Be("true");
    }

    [Test]
    public void Names_the_targets()
    {
        settings.Element("TestRunParameters")!
            .Elements("Parameter")
            .Should()
            .ContainSingle(parameter => parameter.Attribute("name")!.Value == "targets")
            .Which.Attribute("value")!.Value.Should().NotBeNullOrWhiteSpace();
    }

    [Test]
    public void Writes_its_results_where_git_ignores_them()
    {
        settings.Element("RunConfiguration")!.Element("ResultsDirectory")!.Value.Should().Be("../reports/out/trx");
    }

    [Test]
    public void Shows_the_target_in_the_names_of_tests()
    {
        settings.Element("NUnit")!.Element("DisplayName")!.Value.Should().Be("FullName");
    }
}
