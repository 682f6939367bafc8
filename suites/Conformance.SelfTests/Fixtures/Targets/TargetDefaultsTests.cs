using System.Text.Json.Nodes;
using Conformance.Fixtures.Targets;
using Conformance.Schemas.Contracts;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>What a target is when its file says no more than it must, and when it says everything.</summary>
public sealed class TargetDefaultsTests
{
    [Test]
    public void Fills_in_the_defaults_of_Matrix()
    {
        SoundTarget.Read(SoundTarget.Matrix()).Should().BeEquivalentTo(new TargetSettings
        {
            Name = "staging",
            Contract = KnownContracts.Matrix,
            BaseUrl = "https://matrix.staging.example.org",
            PathPrefix = "/_matrix/client/v3",
            Edition = null,
            Accounts = [new("alice", "correct horse battery staple")],
            Tolerances = new()
            {
                Revocation = TimeSpan.Zero,
                Removal = TimeSpan.FromMilliseconds(2000),
                RateLimitWait = TimeSpan.FromSeconds(60),
                RequestTimeout = TimeSpan.FromSeconds(30),
                ExpiryWait = TimeSpan.FromSeconds(5),
            },
            Permissions = new() { Destructive = false, MayReceiveMail = false, OwnsHost = false },
            CaFile = null,
            Headers = [],
            StatelessTokens = false,
            Strict = false,
            Limits = new() { RequestsPerSecond = 20 },
            Parallel = 4,
            File = "staging.json",
            Places = new Dictionary<string, int> { ["name"] = 1 },
        });
    }

    [Test]
    public void Fills_in_the_defaults_of_Koyeb_where_they_differ()
    {
        var target = SoundTarget.Read(SoundTarget.Koyeb());

        target.Contract.Should().Be(KnownContracts.Koyeb);
        target.PathPrefix.Should().BeEmpty();
        target.Edition.Should().Be("s21");
        target.Accounts.Should().Equal(new AccountSettings("alice@example.org", "correct horse battery staple"));
        target.Tolerances.Revocation.Should().Be(TimeSpan.FromMilliseconds(2000));
    }

    [TestCase("http://localhost:8008", 16, null)]
    [TestCase("http://127.0.0.1:8008", 16, null)]
    [TestCase("https://[::1]", 16, null)]
    [TestCase("https://staging.example.org", 4, 20)]
    [TestCase("https://10.0.0.1", 4, 20)]
    public void Takes_as_much_as_it_can_of_this_machine_only(string baseUrl, int parallel, int? requestsPerSecond)
    {
        var target = SoundTarget.Read(SoundTarget.Matrix(file => file["baseUrl"] = baseUrl));

        (target.Parallel, target.Limits.RequestsPerSecond).Should().Be((parallel, requestsPerSecond));
    }

    [TestCase("http://localhost:8008", null, true)]
    [TestCase("https://[::1]", null, true)]
    [TestCase("https://staging.example.org", null, false)]
    [TestCase("https://staging.example.org", true, true)]
    [TestCase("http://127.0.0.1:8008", false, false)]
    public void Ends_sessions_of_others_on_this_machine_only_unless_told(string baseUrl, bool? given, bool destructive)
    {
        var target = SoundTarget.Read(SoundTarget.Matrix(file =>
        {
            file["baseUrl"] = baseUrl;
            file["permissions"] = given is null ? new JsonObject() : new JsonObject { ["destructive"] = given };
        }));

        target.Permissions.Destructive.Should().Be(destructive);
    }

    [Test]
    public void Declares_no_capability_by_default() => SoundTarget.Read(SoundTarget.Matrix()).Capabilities.Should().BeEmpty();

    [Test]
    public void Takes_the_declared_capabilities()
    {
        var json = SoundTarget.Matrix(target => target["capabilities"] = new JsonObject { ["sync"] = false, ["guests"] = true });

        SoundTarget.Read(json).Capabilities.Should().Equal(new Dictionary<string, bool> { ["sync"] = false, ["guests"] = true });
    }

    [Test]
    public void Takes_every_value_that_the_file_gives()
    {
        var json = SoundTarget.Koyeb(target =>
        {
            target["pathPrefix"] = "/gateway";
            target["edition"] = "s26";
            target["tolerances"] = JsonNode.Parse(
                """{"revocationMilliseconds":1,"removalMilliseconds":2,"rateLimitWaitSeconds":3"""
                + ""","requestTimeoutSeconds":4.0,"expiryWaitSeconds":0}""");
            target["permissions"] = JsonNode.Parse(
                """{"destructive":false,"mayReceiveMail":true,"mayCreateAccounts":true,"ownsHost":true}""");
            target["probe"] = "refresh";
            target["oldTokenAfterRefresh"] = "invalid";
            target["plainHttpUrl"] = "http://api.staging.example.org/";
            target["accounts"]![0]!["organizationId"] = "org";
            target["statelessTokens"] = true;
            target["strict"] = true;
            target["parallel"] = 1;
            target["limits"] = JsonNode.Parse(
                """{"requestsPerSecond":7,"failedLogins":0,"runMinutes":1,"scenarioMinutes":2,"waitMinutes":3}""");
        });

        SoundTarget.Read(json).Should().BeEquivalentTo(new
        {
            PathPrefix = "/gateway",
            Edition = "s26",
            Tolerances = new ToleranceSettings
            {
                Revocation = TimeSpan.FromMilliseconds(1),
                Removal = TimeSpan.FromMilliseconds(2),
                RateLimitWait = TimeSpan.FromSeconds(3),
                RequestTimeout = TimeSpan.FromSeconds(4),
                ExpiryWait = TimeSpan.Zero,
            },
            Permissions = new PermissionSettings { Destructive = false, MayReceiveMail = true, MayCreateAccounts = true, OwnsHost = true },
            Probe = SessionProbe.Refresh,
            OldTokenAfterRefresh = OldTokenFate.Invalid,
            PlainHttpUrl = "http://api.staging.example.org",
            Accounts = new[] { new AccountSettings("alice@example.org", "correct horse battery staple") { OrganizationId = "org" } },
            StatelessTokens = true,
            Strict = true,
            Parallel = 1,
            Limits = new LimitSettings
            {
                RequestsPerSecond = 7,
                FailedLogins = 0,
                Run = TimeSpan.FromMinutes(1),
                Scenario = TimeSpan.FromMinutes(2),
                Waiting = TimeSpan.FromMinutes(3),
            },
        });
    }
}
