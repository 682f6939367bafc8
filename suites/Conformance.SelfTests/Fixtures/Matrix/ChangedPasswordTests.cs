using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Matrix;

/// <summary>Whatever becomes of a password change, the original password holds in the end, or the report says that it does not.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class ChangedPasswordTests
{
    private static readonly CannedReply Done = CannedReply.Json(200, "{}");

    private static readonly CannedReply Broken = CannedReply.Json(500, """{"errcode":"M_UNKNOWN","error":"Oops."}""");

    [Test]
    public async Task Is_changed_back_on_a_true_server_after_a_scenario_that_failed()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server));
        var scenario = target.Enter();
        var account = await target.Matrix.Accounts.Lease();
        var original = account.Password;
        var (caller, phone) = (await account.LogIn(), await account.LogIn());

        await caller.ChangePassword();

        await phone.ShouldBeRefused(MatrixErrors.UnknownToken);
        account.Password.Should().NotBe(original);
        (await account.TryLogIn()).Status.Should().Be(200);
        (await scenario.Finish(new ControlFailedException("Something else."))).LeftOpen.Should().BeEmpty();
        account.Password.Should().Be(original);
        target.Enter();
        (await account.TryLogIn()).Status.Should().Be(200);
    }

    [Test]
    public async Task Is_changed_back_if_the_answer_got_lost()
    {
        var homeserver = new PasswordKeeper(change => change == 1 ? CannedReply.Raw("") : Done);

        var leftOpen = await ChangeInVain(homeserver);

        leftOpen.Should().BeEmpty();
        homeserver.Password.Should().Be(homeserver.Original);
    }

    [Test]
    public async Task Is_left_alone_if_the_server_did_not_change_it()
    {
        var homeserver = new PasswordKeeper(_ => Broken) { ChangesAtMost = 0 };

        var leftOpen = await ChangeInVain(homeserver);

        leftOpen.Should().BeEmpty();
        homeserver.Changes.Should().Be(1, "nothing has to be changed back");
    }

    [Test]
    public async Task Is_told_if_it_cannot_be_changed_back()
    {
        var homeserver = new PasswordKeeper(_ => Broken) { ChangesAtMost = 1 };

        var leftOpen = await ChangeInVain(homeserver);

        leftOpen
            .Should()
            .ContainSingle().Which
            .Should()
            .MatchRegex(
                "^the changed password of alice \\(<password#[0-9]+~[0-9a-z]+>\\), which the seed [0-9]+ makes again in attempt 1 of .+$")
            .And.NotContain(homeserver.Password);
        homeserver.Password.Should().NotBe(homeserver.Original);
    }

    private static async Task<IReadOnlyList<string>> ChangeInVain(PasswordKeeper homeserver)
    {
        using var server = new CannedServer(homeserver.Answer);
        var settings = DrivenTarget.Settings(server.BaseUrl);
        homeserver.Original = homeserver.Password = settings.Accounts[0].Password;
        using var target = new DrivenTarget(settings);
        var scenario = target.Enter();
        var caller = await (await target.Matrix.Accounts.Lease()).LogIn();
        var changing = caller.ChangePassword;
        var ended = (await changing.Should().ThrowAsync<ControlFailedException>()).Which;
        return (await scenario.Finish(ended)).LeftOpen;
    }

    /// <summary>As much of a homeserver as a password change needs; its tokens are dead whenever it is asked.</summary>
    private sealed class PasswordKeeper(Func<int, CannedReply> toChange)
    {
        public string Original { get; set; } = "";

        public string Password { get; set; } = "";

        public int Changes { get; private set; }

        public int ChangesAtMost { get; init; } = int.MaxValue;

        public CannedReply Answer(CannedRequest request) => request.Deed.Split('/')[^1] switch
        {
            "login" when (string?)request.Json()["password"] == Password =>
                CannedReply.Json(200, """{"user_id":"@alice:x","device_id":"D","access_token":"true-token"}"""),
            "login" => CannedReply.Json(403, """{"errcode":"M_FORBIDDEN","error":"No."}"""),
            "password" when request.Json()["auth"] is null => CannedReply.Json(401, """{"flows":[{"stages":["m.login.password"]}]}"""),
            "password" => Change((string)request.Json()["new_password"]!),
            "whoami" => CannedReply.Json(401, """{"errcode":"M_UNKNOWN_TOKEN","error":"Who?"}"""),
            _ => Done,
        };

        private CannedReply Change(string password)
        {
            Changes++;
            if (Changes <= ChangesAtMost)
                Password = password;

            return toChange(Changes);
        }
    }
}
