using System.Security.Cryptography;
using Conformance.Fixtures.Cleaning;
using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Http;
using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Outcomes;
using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using Conformance.Record.Secrets;
using Conformance.ReferenceServers;
using Conformance.Suites.Wiring;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Cleaning;

/// <summary>A login whose answer nobody has read is undone, whoever logged in; so is what was gone before it was written down.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class KilledInBetweenTests
{
    private const string Device = "LOSTPHONE";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("conformance-");
    private readonly LedgerKey key = LedgerKey.Of(Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)), "nowhere");

    [TestCase(Device)]
    [TestCase(null)]
    public async Task A_login_is_undone_for_an_account(string? device)
    {
        await using var server = await ReferenceServer.Start(EmbeddedServers.Matrix);
        var settings = SettingsOf(server);
        var (user, password) = (settings.Accounts[0].User, settings.Accounts[0].Password);

        var body = new Dictionary<string, object>
        {
            ["type"] = "m.login.password",
            ["identifier"] = new { type = "m.id.user", user },
            ["password"] = password,
        };
        if (device is not null)
            body["device_id"] = device;

        await ShouldBeUndone(server, settings, user, device, client => client.LogIn(body));
    }

    [Test]
    public async Task A_login_is_undone_for_a_user_of_an_application_service()
    {
        await using var server = await ReferenceServer.Start(EmbeddedServers.Matrix);
        var settings = SettingsOf(server);
        var user = settings.ApplicationService!.User;

        await ShouldBeUndone(server, settings, user, Device, client => client.LogIn(
            new { type = "m.login.application_service", identifier = new { type = "m.id.user", user }, device_id = Device },
            client.Target.Vault.Learn(SecretKind.AccessToken, settings.ApplicationService.Token)));
    }

    [Test]
    public async Task A_login_is_undone_with_the_account_that_it_was_for()
    {
        await using var server = await ReferenceServer.Start(EmbeddedServers.Matrix);
        var settings = SettingsOf(server);
        var (user, password) = (settings.Accounts[0].User, settings.Accounts[0].Password);
        using (var killed = Killed(settings))
        {
            killed.Creations!.Made("this", new Trace("account", user, user, killed.Vault.Learn(SecretKind.Password, password)));
            killed.Creations.Asks("this", "POST /login", $"@{user}:reference.invalid", Device);
        }

        (await CleanUp(settings)).Should().HaveCount(2).And.OnlyContain(done => done.IsGone);
    }

    [Test]
    public async Task A_room_that_was_left_already_is_gone()
    {
        await using var server = await ReferenceServer.Start(EmbeddedServers.Matrix);
        var settings = SettingsOf(server);
        using (var killed = Killed(settings))
            killed.Creations!.Made("this", new Trace("room", settings.Accounts[0].User, "!left:reference.invalid"));

        (await CleanUp(settings)).Should().ContainSingle().Which.IsGone.Should().BeTrue();
    }

    [TearDown]
    public void Clear() => folder.Delete(recursive: true);

    private async Task ShouldBeUndone(
        ReferenceServer server, TargetSettings settings, string user, string? device, Func<MatrixClient, Task> logIn)
    {
        var before = server.Tables;
        ExchangeLog.Current = new ExchangeLog { Owner = "this" };
        using (var killed = Killed(settings))
        {
            killed.Creations!.Found(user, []);
            killed.Creations.Asks("this", "POST /login", user, device);
        }

        using (var unnoted = new TargetRun(settings, [], folder: null, seed: 1, TimeProvider.System, new RunStop()))
            await logIn(new MatrixClient(unnoted));

        server.Tables["devices"].Should().BeGreaterThan(before["devices"], "the login is there");

        var done = await CleanUp(settings);

        done.Should().ContainSingle().Which.IsGone.Should().BeTrue();
        server.Tables.Should().Equal(before);
    }

    private TargetRun Killed(TargetSettings settings) =>
        new(settings, [], folder.FullName, seed: 1, TimeProvider.System, new RunStop(), "test", key);

    private Task<IReadOnlyList<CleanedUp>> CleanUp(TargetSettings settings) =>
        new Cleanup(KnownDialects.Matrix, settings, key, TimeProvider.System).Of(LedgerFile.In(folder.FullName).Single());

    private static TargetSettings SettingsOf(ReferenceServer server)
    {
        TargetSettings? described = null;
        EmbeddedServers.Slot("cleaned", server, settings => described = settings);
        return described!;
    }
}
