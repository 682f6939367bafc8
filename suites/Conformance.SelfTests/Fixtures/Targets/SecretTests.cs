using System.Text.Json.Nodes;
using Conformance.Fixtures.Targets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>Secrets come from the environment, and no message and no text shows them.</summary>
public sealed class SecretTests
{
    [Test]
    public void Takes_passwords_from_the_environment()
    {
        SoundTarget.Read(SoundTarget.Matrix()).Accounts.Should().Equal(new AccountSettings("alice", "correct horse battery staple"));
    }

    [Test]
    public void Shows_no_password_and_no_header_value_as_text()
    {
        new AccountSettings("alice", "hunter2").ToString().Should().Be("alice");
        new HeaderSettings("X-Key", "hunter2", IsSecret: false).ToString().Should().Be("X-Key");
    }

    [TestCase("hunter2")]
    [TestCase("${env:ALICE_PASSWORD}hunter2")]
    [TestCase("${env:ALICE_PASSWORD}\n")]
    [TestCase("${ALICE_PASSWORD}")]
    [TestCase("")]
    public void Refuses_a_literal_password_without_showing_it(string password)
    {
        SoundTarget.Faults(WithPassword(password)).Should().Equal(
            "staging.json: accounts[0].password: is a literal value (not shown); give ${env:NAME}, the name of an environment variable: "
            + "no password stands in the file");
    }

    [TestCase("BOB_PASSWORD", "not set")]
    [TestCase("NOTHING", "empty")]
    public void Refuses_a_variable_that_holds_nothing(string variable, string state)
    {
        SoundTarget.Faults(WithPassword($"${{env:{variable}}}")).Should().Equal(
            $"staging.json: accounts[0].password: the environment variable {variable} is {state}; "
            + $"set it, or name another one as ${{env:NAME}}");
    }

    [Test]
    public void Tells_secret_headers_from_plain_ones()
    {
        var target = SoundTarget.Read(WithHeaders(new() { ["X-Key"] = "${env:STAGING_KEY}", ["X-Probe"] = "conformance" }));

        target.Headers.Should().Equal(
            new HeaderSettings("X-Key", "letmein", IsSecret: true),
            new HeaderSettings("X-Probe", "conformance", IsSecret: false));
    }

    [TestCase(
        "X-Key",
        "Key ${env:STAGING_KEY}",
        "holds ${ but is not exactly ${env:NAME}; put the whole value into one environment variable and give ${env:NAME}")]
    [TestCase("X-Key", "${env:OTHER_KEY}", "the environment variable OTHER_KEY is not set; set it, or name another one as ${env:NAME}")]
    [TestCase("X-Key", "${env:TWO_LINES}", "has a value that no header can carry (not shown); give ASCII text on one line")]
    [TestCase("X-Key", "schlüssel", "has a value that no header can carry (not shown); give ASCII text on one line")]
    [TestCase("X Key", "hunter2", "is no header name; give letters, digits and any of !#$%&'*+-.^_`|~")]
    [TestCase(
        "authorization",
        "hunter2",
        "is a header that the suite sets itself; remove it; Authorization, Host and Content-* are part of what is tested")]
    [TestCase(
        "Content-Type",
        "hunter2",
        "is a header that the suite sets itself; remove it; Authorization, Host and Content-* are part of what is tested")]
    public void Refuses_headers_without_showing_their_values(string name, string value, string fault)
    {
        SoundTarget.Faults(WithHeaders(new() { [name] = value })).Should().Equal($"staging.json: headers.{name}: {fault}");
    }

    [Test]
    public void Refuses_a_header_that_is_no_text_without_showing_it()
    {
        SoundTarget.Faults(WithHeaders(new() { ["X-Key"] = 271828 })).Should().Equal(
            "staging.json: headers.X-Key: is a number; give a text, or ${env:NAME} for a secret");
    }

    [Test]
    public void Refuses_a_header_given_in_two_cases()
    {
        SoundTarget.Faults(WithHeaders(new() { ["X-Key"] = "a", ["x-key"] = "b" })).Should().Equal(
            "staging.json: headers.x-key: stands twice, in another case; give each header once");
    }

    private static string WithPassword(string password) => SoundTarget.Matrix(target => target["accounts"]![0]!["password"] = password);

    private static string WithHeaders(JsonObject headers) => SoundTarget.Matrix(target => target["headers"] = headers);
}
