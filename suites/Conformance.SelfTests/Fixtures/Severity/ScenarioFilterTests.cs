using Conformance.Fixtures.Severity;
using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;
using NUnit.Framework.Internal;
using TestSuite = NUnit.Framework.Internal.TestSuite;

namespace Conformance.SelfTests.Fixtures.Severity;

/// <summary>Scenarios can be filtered by what their rows say.</summary>
public sealed class ScenarioFilterTests
{
    private static IEnumerable<string> Endpoints =>
        KnownContracts.All.Catalogue.Requirements.Select(requirement => requirement.Endpoint).Distinct(StringComparer.Ordinal);

    [TestCase("MTX-LOGOUT-02", "POST:/logout", "obligation")]
    [TestCase("KOY-LOGOUT-03", "DELETE:/v1/account/logout", "obligation")]
    [TestCase("KOY-LOGOUT-05", "DELETE:/v1/account/logout", "recommendation")]
    [TestCase("MTX-ASLOGIN-01", "POST:/login:application-service", "obligation")]
    public void Name_endpoint_and_category(string row, string endpoint, string category)
    {
        var test = Scenario(row);

        test.Properties.Get("Requirement").Should().Be(row);
        test.Properties.Get("Endpoint").Should().Be(endpoint);
        test.Properties.Get(PropertyNames.Category).Should().Be(category);
    }

    // The adapter of NUnit reads a value up to one of these.
    [TestCaseSource(nameof(Endpoints))]
    public void Name_every_endpoint_in_one_word(string endpoint) => WordOf(endpoint).Should().NotMatchRegex("[ ()&|=!~\"]");

    [Test]
    public void Name_no_two_endpoints_alike() => Endpoints.Select(WordOf).Should().OnlyHaveUniqueItems();

    private static string WordOf(string endpoint) => (string)Scenario(
        KnownContracts.All.Catalogue.Requirements.First(requirement => requirement.Endpoint == endpoint).Id).Properties.Get("Endpoint")!;

    private static TestSuite Scenario(string row)
    {
        var test = new TestSuite("scenario");
        new RequirementAttribute(row).ApplyToTest(test);
        return test;
    }
}
