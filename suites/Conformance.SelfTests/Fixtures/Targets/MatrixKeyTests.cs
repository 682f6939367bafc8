using System.Text.Json.Nodes;
using Conformance.Fixtures.Targets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>What only a homeserver's target file can say: who else there is, and which ambiguities are read strictly.</summary>
public sealed class MatrixKeyTests
{
    private const string Password = "${env:ALICE_PASSWORD}";

    [Test]
    public void Takes_everything_that_the_file_gives()
    {
        var target = SoundTarget.Read(SoundTarget.Matrix(target =>
        {
            target["accounts"]![0]!["boundEmail"] = "alice@mail.example.org";
            target["administrator"] = new JsonObject { ["user"] = "admin", ["password"] = Password };
            target["applicationService"] = new JsonObject { ["token"] = "${env:STAGING_KEY}", ["user"] = "@bridge_alice:example.org" };
            target["permissions"] = new JsonObject { ["changePasswords"] = true };
            target["strict"] = new JsonArray("AMB-1", "AMB-18", "AMB-1");
        }));

        target.Accounts
            .Should()
            .Equal(new AccountSettings("alice", "correct horse battery staple") { BoundEmail = "alice@mail.example.org" });
        target.Administrator.Should().Be(new AccountSettings("admin", "correct horse battery staple"));
        target.ApplicationService.Should().Be(new ApplicationServiceSettings("letmein", "@bridge_alice:example.org"));
        target.Permissions.ChangePasswords.Should().BeTrue();
        (target.Strict, string.Join(' ', target.StrictAmbiguities)).Should().Be((false, "AMB-1 AMB-18"));
    }

    [Test]
    public void Reads_no_ambiguity_strictly_by_default() => SoundTarget.Read(SoundTarget.Matrix()).StrictAmbiguities.Should().BeEmpty();

    [TestCase("\"AMB-19\"", "is 'AMB-19'")]
    [TestCase("\"amb-1\"", "is 'amb-1'")]
    [TestCase("1", "is 1")]
    public void Refuses_an_ambiguity_that_there_is_not(string ambiguity, string problem) =>
        Faults("strict", $"[\"AMB-1\", {ambiguity}]")
            .Should()
            .Equal($"strict[1]: {problem}; give an ambiguity of the specification, from 'AMB-1' to 'AMB-18'");

    [TestCase("strict", "[\"AMB-1\"]", "strict: is a list; give true or false")]
    [TestCase("administrator", "{}", "administrator: is no key of the dialect 'koyeb'; remove it, or change 'dialect'")]
    [TestCase("applicationService", "{}", "applicationService: is no key of the dialect 'koyeb'; remove it, or change 'dialect'")]
    [TestCase(
        "permissions",
        "{\"changePasswords\":true}",
        "permissions.changePasswords: is no key of the dialect 'koyeb'; remove it, or change 'dialect'")]
    [TestCase("capabilities", "{\"oauth\":true}", "capabilities.oauth: is no key of the dialect 'koyeb'; remove it, or change 'dialect'")]
    public void Refuses_them_on_a_koyeb_target(string key, string value, string fault) =>
        SoundTarget.Faults(SoundTarget.Koyeb(target => target[key] = JsonNode.Parse(value))).Should().Contain($"staging.json: {fault}");

    [TestCase(
        "administrator",
        """{"user":"admin"}""",
        "administrator.password: is missing; give ${env:NAME}, the name of an environment variable: no password stands in the file")]
    [TestCase(
        "administrator", """{"user":"admin","password":"hunter2"}""", "administrator.password: is a literal value (not shown); "
            + "give ${env:NAME}, the name of an environment variable: no password stands in the file")]
    [TestCase(
        "administrator",
        """{"user":"alice","password":"${env:ALICE_PASSWORD}"}""",
        "administrator.user: is accounts[0] as well; give the administrator an account of its own, which no scenario tests")]
    [TestCase(
        "administrator",
        """{"usr":"admin","user":"admin","password":"${env:ALICE_PASSWORD}"}""",
        "administrator.usr: is no known key; did you mean 'user'?")]
    [TestCase("administrator", "[]", "administrator: is a list; give an object")]
    [TestCase(
        "applicationService",
        """{"token":"${env:AS_TOKEN}","user":"@a:b"}""",
        "applicationService.token: the environment variable AS_TOKEN is not set; set it, or name another one as ${env:NAME}")]
    [TestCase(
        "applicationService", """{"token":"hunter2","user":"@a:b"}""", "applicationService.token: is a literal value (not shown); "
            + "give ${env:NAME}, the name of an environment variable: no token stands in the file")]
    [TestCase(
        "applicationService",
        """{"token":"${env:STAGING_KEY}","user":"robot"}""",
        "applicationService.user: is 'robot'; give a full user id such as @bridge_alice:example.org")]
    public void Says_what_is_wrong_and_shows_no_secret(string key, string value, string fault) => Faults(key, value).Should().Equal(fault);

    [Test]
    public void Refuses_one_mail_address_for_two_accounts()
    {
        var json = SoundTarget.Matrix(target =>
        {
            target["accounts"]![0]!["boundEmail"] = "a@mail.example.org";
            target["accounts"]!
                .AsArray()
                .Add(new JsonObject { ["user"] = "bob", ["password"] = Password, ["boundEmail"] = "a@mail.example.org" });
        });

        SoundTarget.Faults(json).Should().Equal(
            "staging.json: accounts[1].boundEmail: names 'a@mail.example.org' a second time; "
            + "give the address to the account that it is bound to: it can be one only");
    }

    [Test]
    public void Shows_no_token_as_text() => new ApplicationServiceSettings("hunter2", "@a:b").ToString().Should().Be("@a:b");

    private static IEnumerable<string> Faults(string key, string value) =>
        SoundTarget.Faults(SoundTarget.Matrix(target => target[key] = JsonNode.Parse(value)))
            .Select(fault => fault["staging.json: ".Length..]);
}
