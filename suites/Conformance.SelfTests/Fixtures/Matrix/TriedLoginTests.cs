using Conformance.Fixtures.Answers;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;
using Conformance.Record.Secrets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Matrix;

/// <summary>However a login is tried, its answer is handed back unjudged, and the session in it is closed, whatever else it says.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class TriedLoginTests
{
    private static readonly Dictionary<string, Func<MatrixAccount, Task<Answer>>> Ways = new(StringComparer.Ordinal)
    {
        ["by a body that a scenario changed"] = account => account.TryLogInWith(account.PasswordLogin()),
        ["by a body that is sent as it is"] = account => account.TryLogInWith(Call.Text(account.LoginText())),
        ["by a mail address"] = account => account.TryLogInByMail("alice@example.invalid"),
        ["by a login token"] = account => account.TryLogInWith(Learn(account, SecretKind.LoginToken)),
        ["by an application service"] = account =>
            ApplicationService.TryLogInAs(account.Client, "@alice:x", Learn(account, SecretKind.AccessToken)),
    };

    private static IEnumerable<string> Names => Ways.Keys;

    [Test]
    public async Task Closes_a_session_that_came_with_another_status([ValueSource(nameof(Names))] string way) =>
        await ShouldBeHandedBackAndClosed(way, 201, """{"user_id":"@alice:x","device_id":"D","access_token":"true-token"}""");

    [Test]
    public async Task Closes_a_session_without_a_device([ValueSource(nameof(Names))] string way) =>
        await ShouldBeHandedBackAndClosed(way, 200, """{"user_id":"@alice:x","access_token":"true-token"}""");

    private static async Task ShouldBeHandedBackAndClosed(string way, int status, string body)
    {
        using var server = new CannedServer(request => request.Deed.EndsWith("/login", StringComparison.Ordinal)
            ? CannedReply.Json(status, body)
            : CannedReply.Json(request.Deed.EndsWith("/logout", StringComparison.Ordinal) ? 200 : 401, "{}"));
        using var target = new DrivenTarget(DrivenTarget.Settings(server.BaseUrl));
        var scenario = target.Enter();

        var answer = await Ways[way](await target.Matrix.Accounts.Lease());

        answer.Status.Should().Be(status);
        (await scenario.Finish(ended: null)).LeftOpen.Should().BeEmpty();
        server.Requests.Select(request => request.Deed).Should().Contain("POST /_matrix/client/v3/logout");
    }

    private static Secret Learn(MatrixAccount account, SecretKind kind) => account.Client.Target.Vault.Learn(kind, "a-token-of-its-own");
}
