using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.Fixtures;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>
/// A server that says labels of secrets where it should say ids gets none of the secrets: neither where labels look so in every run, nor
/// where it has learned how those of this run do.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed partial class ForgedLabelTests
{
    // Of this run, of any run, and as they are written in URLs.
    private const string Labels =
        "<password#1~test> <password#1> %3Cpassword%231~test%3E <access-token#1~test> <refresh-token#1~test> <configured#1~test>";

    [TestCase("device_id")]
    [TestCase("user_id")]
    [TestCase("next_batch")]
    [TestCase("room_id")]
    [TestCase("session|event_id|type|base_url")]
    public async Task Make_no_homeserver_get_a_secret(string members) =>
        (await Asked(new MatrixServerOptions(), members)).Should().BeEmpty();

    [TestCase("user_id|organization_id|message|code")]
    [TestCase("id")]
    public async Task Make_no_session_api_get_a_secret(string members) =>
        (await Asked(new KoyebServerOptions(), members)).Should().BeEmpty();

    /// <summary>What requests said of the password of an account anywhere but where a password belongs.</summary>
    private static async Task<IReadOnlyList<string>> Asked(ReferenceServerOptions options, string members)
    {
        List<string> wrong = [];
        await using var server = await ReferenceServer.Start(options);
        await using var gateway = await Gateway.Before(server, async (context, next) =>
        {
            var body = await Gateway.BodyOf(context.Request);
            var url = $"{context.Request.Path}{context.Request.QueryString}";
            var said = $"{url} {PasswordPlace().Replace(Plain(body), "")} {HeadersOf(context.Request)}";
            lock (wrong)
            {
                if (server.Accounts.Any(account => Uri.UnescapeDataString(said).Contains(account.Password, StringComparison.Ordinal)))
                    wrong.Add(said);
            }

            await Gateway.Rewrite(context, next, answer => Forged(answer, members));
        });
        using var run = SuiteRuns.Against(
            SuiteRuns.Slot(server, "forging", change: settings => settings with { BaseUrl = gateway.BaseUrl }));

        await SuiteRunner.Run(run);

        gateway.Requests.Should().BePositive();
        return wrong;
    }

    private static string HeadersOf(HttpRequest request) =>
        string.Join(' ', request.Headers.Select(header => $"{header.Key}: {header.Value}"));

    // One scenario writes names of members with escapes.
    private static string Plain(string body) => body.Contains("\\u", StringComparison.Ordinal) ? Regex.Unescape(body) : body;

    private static string Forged(string answer, string members) =>
        Regex.Replace(answer, $"\"({members})\":\"[^\"]*\"", $"\"$1\":{JsonValue.Create(Labels).ToJsonString()}");

    [GeneratedRegex("\"(?:new_)?password\":\"[^\"]*\"")]
    private static partial Regex PasswordPlace();
}
