using System.Text.Json.Nodes;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>What only a Koyeb target file can say: how sessions are probed, and what the suite may ask for.</summary>
public sealed class KoyebKeyTests
{
    [TestCase("http://127.0.0.1:8080", true)]
    [TestCase("http://localhost", true)]
    [TestCase("https://api.staging.example.org", false)]
    public void Lets_accounts_be_created_on_this_machine_only(string baseUrl, bool allowed) =>
        SoundTarget.Read(SoundTarget.Koyeb(target => target["baseUrl"] = baseUrl)).Permissions.MayCreateAccounts.Should().Be(allowed);

    [Test]
    public void Probes_as_it_finds_best_by_default() => SoundTarget.Read(SoundTarget.Koyeb()).Probe.Should().BeNull();

    [TestCase("probe", "\"whoami\"", "probe: is 'whoami'; give 'profile', 'testAuth' or 'refresh'")]
    [TestCase("oldTokenAfterRefresh", "\"dead\"", "oldTokenAfterRefresh: is 'dead'; give 'any', 'valid' or 'invalid'")]
    [TestCase(
        "plainHttpUrl",
        "\"https://api.staging.example.org\"",
        "plainHttpUrl: is 'https://api.staging.example.org'; give an absolute http URL such as http://api.example.org")]
    [TestCase(
        "plainHttpUrl",
        "\"http://user:word@api.staging.example.org\"",
        "plainHttpUrl: has credentials in it (not shown); give an absolute http URL such as http://api.example.org")]
    [TestCase(
        "plainHttpUrl",
        "\"http://api.example.org\"",
        "plainHttpUrl: is on another host than baseUrl; give the host of baseUrl, with http in place of https")]
    public void Says_what_is_wrong(string key, string value, string fault) =>
        SoundTarget.Faults(SoundTarget.Koyeb(target => target[key] = JsonNode.Parse(value))).Should().Equal($"staging.json: {fault}");

    [TestCase("sessionsPerUser")]
    public void Has_no_limit_of_homeservers(string limit) =>
        SoundTarget.Faults(SoundTarget.Koyeb(target => target["limits"] = new JsonObject { [limit] = 2 }))
            .Should().Equal($"staging.json: limits.{limit}: is no key of the dialect 'koyeb'; remove it, or change 'dialect'");

    [TestCase("probe", "\"refresh\"", "probe")]
    [TestCase("oldTokenAfterRefresh", "\"any\"", "oldTokenAfterRefresh")]
    [TestCase("plainHttpUrl", "\"http://matrix.staging.example.org\"", "plainHttpUrl")]
    [TestCase("permissions", "{\"mayCreateAccounts\":true}", "permissions.mayCreateAccounts")]
    [TestCase("capabilities", "{\"testAuth\":true}", "capabilities.testAuth")]
    public void Refuses_them_on_a_homeserver(string key, string value, string fault) =>
        SoundTarget.Faults(SoundTarget.Matrix(target => target[key] = JsonNode.Parse(value)))
            .Should().Equal($"staging.json: {fault}: is no key of the dialect 'matrix'; remove it, or change 'dialect'");
}
