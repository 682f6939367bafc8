using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>Keys that are unknown, missing, of another dialect, or hold what is not accepted.</summary>
public sealed class KeyFaultTests
{
    [Test]
    public void Suggests_the_nearest_key_for_an_unknown_one()
    {
        SoundTarget.Faults(SoundTarget.Matrix(target => target["pathprefx"] = "/x")).Should().Equal(
            "staging.json: pathprefx: is no known key; did you mean 'pathPrefix'?");
    }

    [Test]
    public void Lists_the_known_keys_for_one_like_none_of_them()
    {
        SoundTarget.Faults(SoundTarget.Matrix(target => target["permissions"] = new JsonObject { ["sudo"] = true })).Should().Equal(
            "staging.json: permissions.sudo: is no known key; remove it, or use 'destructive', 'accounts', 'changePasswords', "
            + "'mayReceiveMail', 'mayCreateAccounts' or 'ownsHost'");
    }

    [Test]
    public void Suggests_keys_within_an_account()
    {
        SoundTarget.Faults(SoundTarget.Matrix(target => target["accounts"]![0]!["pasword"] = "hunter2")).Should().Equal(
            "staging.json: accounts[0].pasword: is no known key; did you mean 'password'?");
    }

    [Test]
    public void Names_every_required_key_that_is_missing()
    {
        SoundTarget.Faults("{}").Should().Equal(
            "staging.json: name: is missing; give a name of lower-case letters, digits, '.', '_' and '-' that begins with a letter or a "
            + "digit",
            "staging.json: dialect: is missing; give 'matrix' or 'koyeb'",
            "staging.json: accounts: is missing; give a list of one account or more",
            "staging.json: baseUrl: is missing; give an absolute http or https URL");
    }

    [Test]
    public void Asks_for_the_user_of_a_matrix_account_and_the_mail_address_of_a_koyeb_account()
    {
        SoundTarget.Faults(SoundTarget.Matrix(target => target["accounts"]![0]!.AsObject().Remove("user"))).Should().Equal(
            "staging.json: accounts[0].user: is missing; give a localpart such as alice, or a full user id such as @alice:example.org");
        SoundTarget.Faults(SoundTarget.Koyeb(target => target["accounts"]![0]!.AsObject().Remove("email"))).Should().Equal(
            "staging.json: accounts[0].email: is missing; give a mail address");
    }

    [TestCase(
        "name",
        "\"Staging\"",
        "is 'Staging'; give a name of lower-case letters, digits, '.', '_' and '-' that begins with a letter or a digit")]
    [TestCase(
        "name",
        "\"staging\\n\"",
        @"is 'staging\n'; give a name of lower-case letters, digits, '.', '_' and '-' that begins with a letter or a digit")]
    [TestCase("name", "7", "is a number; give a name of lower-case letters, digits, '.', '_' and '-' that begins with a letter or a digit")]
    [TestCase("dialect", "\"matrx\"", "is 'matrx'; give 'matrix' or 'koyeb'")]
    [TestCase("pathPrefix", "\"/client/\"", "is '/client/'; give a path that begins with '/' and does not end with it, or an empty text")]
    [TestCase("accounts", "[]", "is empty; give a list of one account or more")]
    [TestCase("strict", "\"yes\"", "is a text; give true, false, or a list of ambiguities such as [\"AMB-1\"]")]
    [TestCase("parallel", "17", "is 17; give a whole number from 1 to 16")]
    [TestCase("parallel", "1.5", "is a number; give a whole number from 1 to 16")]
    [TestCase("parallel", "1e400", "is 1e400; give a whole number from 1 to 16")]
    [TestCase("limits", "null", "is null; give an object")]
    [TestCase("tolerances", "null", "is null; give an object")]
    [TestCase("caFile", "\"\"", "is empty; give the path of a PEM file, relative to the target file")]
    public void Says_what_would_be_accepted(string key, string value, string fault)
    {
        SoundTarget.Faults(SoundTarget.Matrix(target => target[key] = JsonNode.Parse(value)))
            .Should()
            .Equal($"staging.json: {key}: {fault}");
    }

    [TestCase("edition", "\"s21\"")]
    [TestCase("statelessTokens", "[]")]
    public void Refuses_keys_of_koyeb_on_a_matrix_target(string key, string value)
    {
        SoundTarget.Faults(SoundTarget.Matrix(target => target[key] = JsonNode.Parse(value))).Should().Equal(
            $"staging.json: {key}: is no key of the dialect 'matrix'; remove it, or change 'dialect'");
    }

    [Test]
    public void Refuses_the_user_of_matrix_on_a_koyeb_account()
    {
        SoundTarget.Faults(SoundTarget.Koyeb(target => target["accounts"]![0]!["user"] = "alice")).Should().Equal(
            "staging.json: accounts[0].user: is no key of the dialect 'koyeb'; remove it, or change 'dialect'");
    }

    [Test]
    public void Refuses_capabilities_of_the_other_dialect()
    {
        SoundTarget.Faults(SoundTarget.Koyeb(target => target["capabilities"] = new JsonObject { ["sync"] = true })).Should().Equal(
            "staging.json: capabilities.sync: is no key of the dialect 'koyeb'; remove it, or change 'dialect'");
    }

    [Test]
    public void Refuses_the_same_account_twice()
    {
        SoundTarget.Faults(SoundTarget.Matrix(target => target["accounts"]!.AsArray().Add(target["accounts"]![0]!.DeepClone())))
            .Should()
            .Equal(
                "staging.json: accounts[1]: names 'alice' a second time; give each account once: a second user must be somebody else");
    }

    [Test]
    public void Reports_everything_together()
    {
        var json = SoundTarget.Matrix(target =>
        {
            target["nme"] = "staging";
            target["strict"] = 1;
            target["baseUrl"] = "ftp://staging.example.org";
            target["accounts"]![0]!["password"] = "${env:BOB_PASSWORD}";
            target["caFile"] = "nowhere.pem";
        });

        SoundTarget.Faults(json).Should().BeEquivalentTo(
            "staging.json: nme: is no known key; did you mean 'name'?",
            "staging.json: strict: is a number; give true, false, or a list of ambiguities such as [\"AMB-1\"]",
            "staging.json: baseUrl: has the scheme 'ftp'; give an absolute http or https URL such as https://staging.example.org:8448",
            "staging.json: accounts[0].password: the environment variable BOB_PASSWORD is not set; "
            + "set it, or name another one as ${env:NAME}",
            "staging.json: caFile: there is no file 'nowhere.pem'; give the path of a PEM file, relative to the target file");
    }

    [Test]
    public void Never_throws_whatever_a_key_holds()
    {
        string[] values = ["null", "true", "-1e400", "1e-400", "\"\\u0000\"", "[[[]]]", "[null]", "{\"\":{}}", "{\"a/b~\":[0]}"];
        var keys = JsonNode.Parse(File.ReadAllText(RepositoryFolder.TargetSchema))!["properties"]!
            .AsObject()
            .Select(property => property.Key);

        foreach (var (key, value) in keys.SelectMany(key => values.Select(value => (key, value))))
        {
            var parse = () => SoundTarget.Faults(SoundTarget.Koyeb(target => target[key] = JsonNode.Parse(value))).ToList();
            parse.Should().NotThrow($"{key} may hold {value}");
        }
    }
}
