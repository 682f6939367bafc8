using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Koyeb;

/// <summary>What may be wrong with a SessionApi and its target file.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class KoyebDoctorTests
{
    private const string Alice = "alice@example.invalid";

    private static readonly KoyebServerOptions Options = new();

    [TestCase("s21")]
    [TestCase("s26")]
    public async Task Finds_nothing_in_a_server_that_is_right(string edition)
    {
        await using var server = await ReferenceServer.Start(Options with { Edition = edition });
        using var patient = Patient.Of(server);

        var examined = await patient.Examine();

        examined.ShouldBeWell();
        examined.Seen.Should().Contain($"accounts: {Alice} was let in, and is logged out").And.Contain("limits: none met, and none told");
    }

    [Test]
    public async Task Names_a_web_site()
    {
        using var server = new CannedServer(CannedReply.Html(200, "<html>Welcome</html>"));
        using var patient = Patient.AtKoyeb(server.BaseUrl);

        (await patient.Examine()).ShouldBeObstructed(
            "baseUrl",
            "there is no API: GET /v1/account/profile answered 200 with text/html",
            "give the URL that /v1/account/login follows");
    }

    [Test]
    public async Task Names_a_base_URL_that_has_the_version_in_it()
    {
        await using var server = await ReferenceServer.Start(Options);
        using var patient = Patient.Of(server, $"{server.BaseUrl.GetLeftPart(UriPartial.Authority)}/v1");

        (await patient.Examine()).ShouldBeObstructed(
            "baseUrl", $"{Alice} is not let in: POST /v1/account/login answered 404", "remove /v1 from it");
    }

    [Test]
    public async Task Names_a_path_prefix_that_is_too_much()
    {
        await using var server = await ReferenceServer.Start(Options);
        using var patient = Patient.Of(server, change: target => target["pathPrefix"] = "/api");

        (await patient.Examine()).ShouldBeObstructed("pathPrefix", "answered 404", "is usually empty");
    }

    [Test]
    public async Task Names_a_wrong_password_and_tries_it_once()
    {
        await using var server = await ReferenceServer.Start(Options);
        await using var gateway = await Gateway.Before(server, (context, next) => next(context));
        using var patient = Patient.Of(server, gateway.BaseUrl, target => target["accounts"]![1]!["password"] = "${env:PATH}");

        (await patient.Examine()).ShouldBeObstructed(
            "accounts[1].password", "bob@example.invalid is not let in: POST /v1/account/login answered 401", "or accounts[1].email");

        gateway.Count("/v1/account/login").Should().Be(2);
    }

    [Test]
    public async Task Names_a_probe_that_is_not_served_and_closes_its_session()
    {
        await using var server = await ReferenceServer.Start(Options with { ServesProfile = false });
        using var patient = Patient.Of(server, change: target => target["probe"] = "profile");
        var before = server.Tables;

        var examined = await patient.Examine();

        examined.ShouldBeObstructed("probe", "is not served: GET /v1/account/profile answered 404", "name another one, or remove the key");
        server.Tables.Should().BeEquivalentTo(before);
    }

    [Test]
    public async Task Names_a_capability_that_is_declared_and_lacking()
    {
        await using var server = await ReferenceServer.Start(Options with { ServesProfile = false });
        using var patient = Patient.Of(server, change: target => target["capabilities"]!["profile"] = true);

        (await patient.Examine()).ShouldFind("capabilities.profile", "is true, but the server lacks it", "set it to false");
    }

    [Test]
    public async Task Names_a_session_that_it_cannot_close()
    {
        await using var server = await ReferenceServer.Start(Options with { StatelessTokens = true });
        using var patient = Patient.Of(server, change: target => target.Remove("statelessTokens"));

        (await patient.Examine()).Places.Should().Equal("accounts[0]", "accounts[1]");
    }
}
