using System.Net;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.SelfTests.Fixtures.Targets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Http;

/// <summary>
/// What a proxy answers is not the server's word: none is asked unless the target file names it, and then every reader is told.
/// </summary>
public sealed class ProxyTests
{
    private const string Nowhere = "http://conformance.invalid";

    [Test]
    public async Task A_proxy_of_the_environment_is_not_asked()
    {
        using var proxy = new CannedServer(CannedReply.Json(200, "{}"));
        var usual = HttpClient.DefaultProxy;
        // What .NET makes of HTTP_PROXY and its like.
        HttpClient.DefaultProxy = new WebProxy(proxy.BaseUrl);
        try
        {
            using var target = new DrivenTarget(DrivenTarget.Settings(Nowhere));
            target.Enter();

            await FluentActions.Awaiting(() => new MatrixClient(target.Run).WhoAmI(token: null))
                .Should().ThrowAsync<ControlFailedException>();

            proxy.Requests.Should().BeEmpty();
        }
        finally
        {
            HttpClient.DefaultProxy = usual;
        }
    }

    [Test]
    public async Task A_proxy_of_the_target_file_is_asked_and_named()
    {
        using var proxy = new CannedServer(CannedReply.Json(401, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(Nowhere) with { Proxy = proxy.BaseUrl });
        target.Enter();

        await new MatrixClient(target.Run).WhoAmI(token: null);

        proxy.Requests.Should().ContainSingle().Which.Line.Should().Contain($"{Nowhere}/_matrix/client/v3/account/whoami");
        target.Run.Describe().Proxy.Should().Be(proxy.BaseUrl);
    }

    [Test]
    public void Is_none_where_the_file_is_silent() => SoundTarget.Read(SoundTarget.Matrix(_ => { })).Proxy.Should().BeNull();

    [Test]
    public void Is_that_of_the_file() =>
        SoundTarget.Read(SoundTarget.Matrix(target => target["proxy"] = "http://proxy.example.org:3128/")).Proxy
            .Should().Be("http://proxy.example.org:3128");

    [TestCase("proxy.example.org:3128", "is 'proxy.example.org:3128'")]
    [TestCase("socks5://proxy.example.org", "is 'socks5://proxy.example.org'")]
    [TestCase("http://user:word@proxy.example.org", "has credentials in it (not shown)")]
    public void Is_a_URL_without_credentials(string proxy, string problem) =>
        SoundTarget.Faults(SoundTarget.Matrix(target => target["proxy"] = proxy))
            .Should().Equal($"staging.json: proxy: {problem}; give an absolute http URL such as http://proxy.example.org:3128");
}
