using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.Fixtures;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Matrix;

/// <summary>Base URLs below which there is no homeserver, and homeservers that claim nothing.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class VersionsCheckTests
{
    private const string Nobody = "there is no homeserver: GET ";

    [TestCase("/_matrix/client/v3")]
    [TestCase("/_matrix")]
    public async Task Names_a_base_URL_that_has_the_prefix_in_it(string surplus)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var patient = Patient.Of(server, $"{Authority(server)}{surplus}");

        (await patient.Examine()).ShouldBeObstructed("baseUrl", $"{Nobody}{surplus}/_matrix/client/versions", $"remove {surplus} from it");
    }

    [Test]
    public async Task Names_a_web_site()
    {
        using var server = new CannedServer(CannedReply.Html(200, "<html>Welcome</html>"));
        using var patient = Patient.At(server.BaseUrl);

        (await patient.Examine()).ShouldBeObstructed(
            "baseUrl",
            $"{Nobody}/_matrix/client/versions answered 200 with text/html",
            "give the URL that /_matrix/client/versions follows");
    }

    [Test]
    public async Task Names_where_a_redirection_leads()
    {
        using var server = new CannedServer(
            CannedReply.Whole(301, "", "Location: https://hs.example.invalid/below/_matrix/client/versions"));
        using var patient = Patient.At(server.BaseUrl);

        (await patient.Examine()).ShouldBeObstructed("baseUrl", Nobody, "give https://hs.example.invalid/below");
    }

    [Test]
    public async Task Names_where_the_domain_has_its_homeserver()
    {
        using var server = new CannedServer(request => request.Deed == "GET /.well-known/matrix/client"
            ? CannedReply.Json(200, """{"m.homeserver":{"base_url":"https://hs.example.invalid/"}}""")
            : CannedReply.Html(404, "<html>Nothing here</html>"));
        using var patient = Patient.At(server.BaseUrl);

        (await patient.Examine()).ShouldBeObstructed("baseUrl", Nobody, "give https://hs.example.invalid");
    }

    [TestCase("""{"versions":[]}""")]
    [TestCase("""{"versions":["latest",7,null]}""")]
    public async Task Names_a_homeserver_that_claims_no_version_that_there_is(string versions) =>
        (await ExamineWith(200, versions)).ShouldFind("server", "lists no version of the specification", "such as v1.11");

    [TestCase(200, """{"version":"v1.11"}""")]
    [TestCase(401, """{"errcode":"M_MISSING_TOKEN"}""")]
    public async Task Names_a_homeserver_that_does_not_tell_its_versions(int status, string body) =>
        (await ExamineWith(status, body)).ShouldFind("server", "and no list of versions", "such as v1.11");

    private static async Task<Examined> ExamineWith(int status, string body)
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await Gateway.Before(server, (context, next) =>
        {
            if (context.Request.Path != "/_matrix/client/versions")
                return next(context);

            context.Response.StatusCode = status;
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(body);
        });
        using var patient = Patient.Of(server, gateway.BaseUrl);
        return await patient.Examine();
    }

    private static string Authority(ReferenceServer server) => server.BaseUrl.GetLeftPart(UriPartial.Authority);
}
