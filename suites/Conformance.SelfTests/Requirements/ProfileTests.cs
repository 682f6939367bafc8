using Conformance.Schemas.Profiles;
using Conformance.Schemas.Requirements;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Requirements;

/// <summary>The profiles: what a verdict of conformance needs, and that it can be had.</summary>
[TestFixture]
public sealed class ProfileTests
{
    [Test]
    public void Are_found_by_name()
    {
        Profiles.Names.Should().Equal("matrix-logout", "matrix-session", "matrix-refresh", "koyeb-logout", "koyeb-s21", "koyeb-s26");
        Profiles.Names.Select(name => Profiles.Find(name)!.Name).Should().Equal(Profiles.Names);
        Profiles.Find("matrix-login").Should().BeNull();
    }

    [TestCaseSource(typeof(Profiles), nameof(Profiles.Names))]
    public void Require_only_what_this_suite_judges(string name) =>
        Required(name).Where(row => row.Coverage is not Coverage.Covered || row.Severity is Severity.Observe)
            .Select(row => row.Id).Should().BeEmpty();

    [TestCaseSource(typeof(Profiles), nameof(Profiles.Names))]
    public void Require_rows_of_one_contract_in_its_order(string name)
    {
        var profile = Profiles.Find(name)!;
        var catalogue = profile.Dialect == "matrix" ? Catalogue.Matrix : Catalogue.Koyeb;

        catalogue.Requirements.Select(row => row.Id).Where(profile.Requires.Contains).Should().Equal(profile.Requires);
    }

    [Test]
    public void Leave_out_what_depends_on_an_optional_capability() =>
        Profiles.Find("matrix-logout")!.Requires.Should().NotContain(["MTX-LOGOUT-09", "MTX-LOGOUT-10", "MTX-LOGOUTALL-06"]);

    private static IEnumerable<Requirement> Required(string name) => Profiles.Find(name)!.Requires.Select(id => Catalogue.All[id]);
}
