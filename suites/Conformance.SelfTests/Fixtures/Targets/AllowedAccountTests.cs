using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>The names of accounts that a target file allows, and no others.</summary>
public sealed class AllowedAccountTests
{
    [TestCase("alice", "alice")]
    [TestCase("*", "alice")]
    [TestCase("conformance-*", "conformance-alice")]
    [TestCase("conformance-*", "@conformance-alice:example.org")]
    [TestCase("@*:example.org", "@alice:example.org")]
    [TestCase("*-test-*", "my-test-user")]
    public void Takes_a_name_that_matches(string pattern, string user) =>
        SoundTarget.Read(With(user, pattern)).Permissions.Accounts.Should().Equal(pattern);

    [TestCase("conformance-*", "alice")]
    [TestCase("conformance-*", "my-conformance-alice")]
    [TestCase("conformance-*", "Conformance-alice")]
    [TestCase("conformance-?", "conformance-a")]
    [TestCase("conformance-*", "@alice:conformance-server")]
    [TestCase("@*:example.org", "@alice:example.com")]
    public void Refuses_a_name_that_does_not(string pattern, string user) =>
        SoundTarget.Faults(With(user, pattern)).Should().Equal(
            $"staging.json: accounts[0].user: is '{user}', which permissions.accounts does not allow; "
            + $"name an account made for testing, or add it to permissions.accounts ('{pattern}')");

    [Test]
    public void Holds_everybody_against_all_patterns()
    {
        var json = SoundTarget.Matrix(target =>
        {
            target["permissions"] = new JsonObject { ["accounts"] = new JsonArray("conformance-*", "alice") };
            target["administrator"] = new JsonObject { ["user"] = "root", ["password"] = "${env:ALICE_PASSWORD}" };
            target["applicationService"] = new JsonObject { ["user"] = "@bridge:example.org", ["token"] = "${env:STAGING_KEY}" };
        });

        SoundTarget.Faults(json).Should().HaveCount(2)
            .And.Contain(fault => fault.StartsWith("staging.json: administrator.user: is 'root', which permissions.accounts"))
            .And.Contain(fault => fault.StartsWith("staging.json: applicationService.user: is '@bridge:example.org'"));
    }

    [Test]
    public void Holds_mail_addresses_against_them() =>
        SoundTarget.Faults(SoundTarget.Koyeb(target => target["permissions"] = new JsonObject { ["accounts"] = new JsonArray("bob@*") }))
            .Should().ContainSingle().Which.Should().StartWith("staging.json: accounts[0].email: is 'alice@example.org'");

    [Test]
    public void Refuses_a_list_that_allows_nobody() =>
        SoundTarget.Faults(SoundTarget.Matrix(target => target["permissions"] = new JsonObject { ["accounts"] = new JsonArray() }))
            .Should().Equal(
                "staging.json: permissions.accounts: is empty; "
                + "give a list of names, with * for any characters, such as [\"conformance-*\"]");

    private static string With(string user, string pattern) => SoundTarget.Matrix(target =>
    {
        target["accounts"]![0]!["user"] = user;
        target["permissions"] = new JsonObject { ["accounts"] = new JsonArray(pattern) };
    });
}
