using System.Security.Cryptography;
using Conformance.Fixtures.Cleaning;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Cleaning;

/// <summary>A request that may have opened a session stays noted unless its answer says that it has not.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class NotedRequestTests
{
    private const string Token = """{"access_token":"syt_9f2Kq8Zr1VtX","user_id":"@alice:hs","device_id":"PHONE"}""";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("conformance-");

    private static IEnumerable<TestCaseData> Answers =>
    [
        Case("a refusal", CannedReply.Json(403, """{"errcode":"M_FORBIDDEN"}"""), null),
        Case("a token", CannedReply.Json(200, Token), false),
        Case("a success without a token", CannedReply.Json(200, "{}"), true),
        Case("a failure of the server", CannedReply.Json(500, "{}"), true),
        Case("a connection that ends", CannedReply.Raw("HTTP/1.1 200"), true),
    ];

    [TestCaseSource(nameof(Answers))]
    public async Task Stays_noted(object reply, bool? isUnanswered)
    {
        using var server = new CannedServer((CannedReply)reply);
        var key = LedgerKey.Of(Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)), "nowhere");
        var settings = DrivenTarget.Settings(server.BaseUrl);
        using var run = new TargetRun(settings, [], folder.FullName, seed: 1, TimeProvider.System, new RunStop(), "test", key);
        ExchangeLog.Current = new ExchangeLog { Owner = "this" };

        try
        {
            await new MatrixClient(run).LogIn(new { type = "m.login.password" }, account: "alice");
        }
        catch (ControlFailedException)
        {
            // No answer, or that of a server that fails: what stays noted is looked at all the same.
        }

        LedgerFile.Read(LedgerFile.In(folder.FullName).Single()).Left.Select(left => (bool?)left.IsUnanswered)
            .Should().Equal(isUnanswered is null ? [] : [isUnanswered]);
    }

    [TearDown]
    public void Clear() => folder.Delete(recursive: true);

    private static TestCaseData Case(string name, CannedReply reply, bool? isUnanswered) =>
        new TestCaseData(reply, isUnanswered).SetArgDisplayNames(name);
}
