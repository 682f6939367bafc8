using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using FluentAssertions.Execution;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>A token that comes in a form nobody expects is a secret all the same, and closes its session.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class UnexpectedLoginTests
{
    // Not every token can be written so: of what cannot, nothing is left to close the session with.
    private const string NameOfHeader = "the name of a header";

    private static readonly string[] Forms =
        ["form", "html", "json in a string", "another member", "a header", NameOfHeader, "cut off", "in a list"];

    [Test]
    public Task Of_a_homeserver_show_no_token([ValueSource(nameof(Forms))] string form) =>
        ShouldKeepTokens(new MatrixServerOptions(), "/_matrix/client/v3/login", login => login["access_token"], form);

    [Test]
    public Task Of_the_session_api_show_no_token([ValueSource(nameof(Forms))] string form) =>
        ShouldKeepTokens(new KoyebServerOptions(), "/v1/account/login", login => login["token"]?["id"], form);

    private static async Task ShouldKeepTokens(ReferenceServerOptions options, string path, Func<JsonNode, JsonNode?> tokenIn, string form)
    {
        var tokens = new ConcurrentBag<string>();
        await using var server = await ReferenceServer.Start(options);
        await using var gateway = await Gateway.Before(server, (context, next) => context.Request.Path == path
            ? Gateway.Rewrite(context, next, answer =>
            {
                if (context.Response.StatusCode != 200 || tokenIn(JsonNode.Parse(answer)!)?.GetValue<string>() is not { } token)
                    return answer;
                tokens.Add(token);
                return Disguised(form, token, context.Response);
            })
            : next(context));
        using var run = SuiteRuns.Publishing(
            SuiteRuns.Slot(server, "disguised", change: settings => settings with { BaseUrl = gateway.BaseUrl }));

        var outcome = await SuiteRunner.Run(run);

        var written = Directory.EnumerateFiles(run.OutputFolder!, "*", SearchOption.AllDirectories).Select(File.ReadAllText);
        using var scope = new AssertionScope();
        tokens.Should().NotBeEmpty();
        foreach (var text in written.Append(outcome.AllText))
            tokens.Should().NotContain(token => text.Contains(token, StringComparison.OrdinalIgnoreCase));
        if (form is not NameOfHeader)
        {
            server.Tables.Where(table => table.Key is "sessions" or "access tokens").Should().ContainSingle()
                .Which.Value.Should().Be(0, "every session was closed with what was found of its token");
        }
    }

    private static string Disguised(string form, string token, HttpResponse response)
    {
        switch (form)
        {
            case "form":
                response.ContentType = "application/x-www-form-urlencoded";
                return $"access_token={Uri.EscapeDataString(token)}&token_type=bearer";
            case "html":
                response.ContentType = "text/html";
                return $"<html><body onload=\"go('{token}')\"></body></html>";
            case "json in a string":
                return JsonSerializer.Serialize(JsonSerializer.Serialize(new { access_token = token }));
            case "another member":
                return JsonSerializer.Serialize(new { jeton = token });
            case "in a list":
                return JsonSerializer.Serialize(new object[] { token });
            case "a header":
                response.Headers["X-Session"] = token;
                return "{}";
            case NameOfHeader:
                response.Headers[$"X-{string.Concat(token.Where(char.IsAsciiLetterOrDigit))}"] = "1";
                return "{}";
            default:
                return $$"""{"access_token":"{{token}}""";
        }
    }
}
