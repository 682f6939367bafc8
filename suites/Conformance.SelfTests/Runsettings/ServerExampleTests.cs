using System.Text.RegularExpressions;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using Conformance.SelfTests.Fixtures.Targets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Runsettings;

/// <summary>The example target files of known servers: each loads as it is, and each deviation that it names can be looked up.</summary>
[TestFixtureSource(typeof(ExampleTargets), nameof(ExampleTargets.Names))]
public sealed partial class ServerExampleTests(string name)
{
    private readonly string text = ExampleTargets.TextOf(name);

    [Test]
    public void Loads_without_complaint()
    {
        var (target, faults) = ExampleTargets.Parse(name);

        faults.Should().BeEmpty();
        target!.Waivers.Should().BeEmpty("a fingerprint is that of somebody's own run");
        target.Accounts.Should().HaveCountGreaterThan(1, "nearly half of the rows need a second account");
        target.Permissions.Accounts.Should().NotBeEmpty();
    }

    [Test]
    public void Names_only_deviations_that_are_judged_and_where_they_are_told()
    {
        var contract = ExampleTargets.Parse(name).Target!.Contract;

        foreach (var deviation in Deviations().Matches(text).ToList())
        {
            var row = contract.Catalogue[deviation.Groups["id"].Value];
            row.Coverage.Should().Be(Coverage.Covered, row.Id);
            deviation.Groups["link"].Value.Should().StartWith("https://", row.Id);
        }
    }

    [Test]
    public void Names_each_deviation_once()
    {
        Deviations().Matches(text).Select(deviation => deviation.Groups["id"].Value).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void Shows_a_command_with_one_of_its_requirements()
    {
        foreach (var command in Commands().Matches(text).ToList())
        {
            command.Groups["target"].Value.Should().Be(ExampleTargets.Parse(name).Target!.Name);
            KnownContracts.All.Catalogue.TryFind(command.Groups["id"].Value, out _).Should().BeTrue();
        }
    }

    [Test]
    public void Is_named_in_the_readme()
    {
        File.ReadAllText(RepositoryRoot.Combine("runsettings", "targets", "README.md")).Should().Contain($"({name})");
    }

    [GeneratedRegex(@"^  // (?<id>(?:MTX|KOY)-[A-Z]+-\d+): .*\.\n  //   (?<link>.*)$", RegexOptions.Multiline)]
    private static partial Regex Deviations();

    [GeneratedRegex(@"conformance waive reports/out/(?<target>\S+)/run\.json (?<id>\S+) ")]
    private static partial Regex Commands();
}
