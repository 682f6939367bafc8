using System.Security.Cryptography;
using System.Text;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Profiles;

/// <summary>The profiles: what a verdict of conformance needs, and that it can be had.</summary>
[TestFixture]
public sealed class ProfileTests
{
    private static IEnumerable<string> Names => KnownContracts.All.ProfileNames;

    private static IEnumerable<string> References => KnownContracts.All.Profiles.Select(profile => profile.Reference);

    [Test]
    public void Are_found_by_name()
    {
        KnownContracts.All.ProfileNames
            .Should()
            .Equal("matrix-logout", "matrix-session", "matrix-refresh", "matrix-devices", "koyeb-logout", "koyeb-s21", "koyeb-s26");
        KnownContracts.All.ProfileNames
            .Select(name => KnownContracts.All.FindProfile(name)!.Name)
            .Should()
            .Equal(KnownContracts.All.ProfileNames);
        KnownContracts.All.FindProfile("matrix-login").Should().BeNull();
        KnownContracts.All.FindProfile("matrix-logout@9").Should().BeNull();
    }

    [TestCaseSource(nameof(References))]
    public void Are_found_in_each_version(string reference) => KnownContracts.All.FindProfile(reference)!.Reference.Should().Be(reference);

    [TestCaseSource(nameof(Names))]
    public void Mean_their_newest_version_by_their_plain_name(string name) =>
        KnownContracts.All.FindProfile(name)!.Version
            .Should()
            .Be(KnownContracts.All.Profiles.Where(profile => profile.Name == name).Max(profile => profile.Version));

    // Whoever met a version must meet it tomorrow: the digests are those of the files as they were published.
    [TestCase("koyeb-logout@1", "8c12257a103b56be")]
    [TestCase("koyeb-s21@1", "9704a2b634f0a5fa")]
    [TestCase("koyeb-s26@1", "c380c775da87c00d")]
    [TestCase("matrix-devices@1", "3a75b24dcf019ac7")]
    [TestCase("matrix-logout@1", "6987eb503e10e41f")]
    [TestCase("matrix-refresh@1", "7f9095eba92153fe")]
    [TestCase("matrix-session@1", "eaf568d875ffecb5")]
    [TestCase("koyeb-logout@2", "f10f0176d761616a")]
    [TestCase("koyeb-s21@2", "393b7d9ed0866b81")]
    [TestCase("koyeb-s26@2", "f938449eb4c28848")]
    [TestCase("matrix-logout@2", "6ebb8980a20cd90f")]
    [TestCase("matrix-refresh@2", "7c0f7ffa90d6a367")]
    [TestCase("matrix-session@2", "031eea617bb8fa33")]
    public void Stay_as_they_were_published(string reference, string digest) =>
        Convert.ToHexStringLower(SHA256.HashData(
            Encoding.UTF8.GetBytes(string.Join('\n', KnownContracts.All.FindProfile(reference)!.Requires))))[..16].Should().Be(digest);

    [TestCaseSource(nameof(Names))]
    public void Lose_nothing_with_a_new_version(string name) =>
        KnownContracts.All.FindProfile($"{name}@1")!.Requires.Except(KnownContracts.All.FindProfile(name)!.Requires).Should().BeEmpty();

    [TestCaseSource(nameof(References))]
    public void Require_only_what_this_suite_judges(string name) =>
        Required(name).Where(row => row.Coverage is not Coverage.Covered || row.Severity is Severity.Observe)
            .Select(row => row.Id).Should().BeEmpty();

    [TestCaseSource(nameof(References))]
    public void Require_rows_of_one_contract_in_its_order(string name)
    {
        var profile = KnownContracts.All.FindProfile(name)!;
        var catalogue = profile.Dialect == "matrix" ? KnownContracts.Matrix.Catalogue : KnownContracts.Koyeb.Catalogue;

        catalogue.Requirements.Select(row => row.Id).Where(profile.Requires.Contains).Should().Equal(profile.Requires);
    }

    [Test]
    public void Leave_out_what_depends_on_an_optional_capability() =>
        KnownContracts.All.FindProfile("matrix-logout")!.Requires
            .Should()
            .NotContain(["MTX-LOGOUT-09", "MTX-LOGOUT-10", "MTX-LOGOUTALL-06"]);

    private static IEnumerable<Requirement> Required(string name) =>
        KnownContracts.All.FindProfile(name)!.Requires.Select(id => KnownContracts.All.Catalogue[id]);
}
