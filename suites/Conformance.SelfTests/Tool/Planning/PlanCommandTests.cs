using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.Fixtures;
using Conformance.SelfTests.Tool.Doctoring;
using Conformance.Suites.Wiring;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Planning;

/// <summary><c>conformance plan</c>: tells what a run would take of a server, and takes next to nothing of it.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class PlanCommandTests
{
    private static readonly ReferenceServerOptions[] Servers = [EmbeddedServers.Matrix, new KoyebServerOptions()];

    [TestCaseSource(nameof(Servers))]
    public async Task Tells_what_a_run_takes(ReferenceServerOptions options)
    {
        await using var server = await ReferenceServer.Start(options);
        using var folder = new ToolFolder();

        var text = (await ToolCall.Of("plan", folder.Save("t.json", PlannedTarget.FileOf(server)))).Text();

        text.Should().ContainAll("It takes", "requests", "logins", "accounts", "mails", "Left out", "limits.runMinutes");
    }

    [Test]
    public async Task Sends_reads_without_credentials_only()
    {
        using var server = new CannedServer(CannedReply.Json(200, """{"versions":["v1.11"],"flows":[]}"""));
        using var folder = new ToolFolder();

        (await ToolCall.Of("plan", FileOf(folder, server.BaseUrl))).Code.Should().Be(ExitCode.Success);

        server.Requests.Should().NotBeEmpty()
            .And.OnlyContain(request => request.Deed.StartsWith("GET ", StringComparison.Ordinal))
            .And.NotContain(request => request.Header("Authorization") != null);
    }

    [Test]
    public async Task Sends_nothing_where_it_is_not_to()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var folder = new ToolFolder();

        var text = (await ToolCall.Of("plan", folder.Save("t.json", PlannedTarget.FileOf(server)), "--offline")).Text();

        text.Should().Contain("the server was not asked");
        server.ServedInAll.Should().Be(0);
    }

    [Test]
    public async Task Says_that_nobody_answers()
    {
        using var folder = new ToolFolder();

        var call = await ToolCall.Of("plan", FileOf(folder, "http://127.0.0.1:1"));

        call.ShouldBeOneSentence(ExitCode.Inconclusive);
        call.Error.Should().Contain("--offline");
    }

    [Test]
    public async Task Says_that_a_web_site_is_no_homeserver()
    {
        using var server = new CannedServer(CannedReply.Html(200, "<html>Welcome</html>"));
        using var folder = new ToolFolder();

        (await ToolCall.Of("plan", FileOf(folder, server.BaseUrl))).ShouldBeRefused(
            ExitCode.Inconclusive, "not the versions of a homeserver");
    }

    [Test]
    public async Task Refuses_a_file_that_no_run_would_take()
    {
        using var folder = new ToolFolder();

        (await ToolCall.Of("plan", folder.PathTo("none.json"))).ShouldBeOneSentence(ExitCode.BadUsage);
        (await ToolCall.Of("plan", folder.Save("t.json", """{"name":"t"}"""))).ShouldBeRefused(ExitCode.BadUsage, "dialect");
    }

    private static string FileOf(ToolFolder folder, string baseUrl) => folder.Save(
        "t.json",
        $$"""
        {"name":"t","dialect":"matrix","baseUrl":"{{baseUrl}}","accounts":[{"user":"alice","password":"{{Patient.Password}}"}]}
        """);
}
