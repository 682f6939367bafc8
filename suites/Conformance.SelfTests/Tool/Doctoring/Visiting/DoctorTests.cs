using System.Text.Json.Nodes;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using Conformance.SelfTests.Fixtures;
using Conformance.SelfTests.Record.Text;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Visiting;

/// <summary>What the doctor does to a server: it asks little, harms nothing, and says nothing that it must not.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class DoctorTests
{
    private static readonly MatrixServerOptions Matrix = new();

    // A logout at a SessionApi is a DELETE; what is sent to a device without a token is refused, and tells that it could be sent.
    private static readonly string[] Harmless =
        ["GET", "POST", "PUT /v1/account/refresh", "DELETE /v1/account/logout", "PUT /_matrix/client/v3/sendToDevice/"];

    private static readonly string[] Harmful = ["logout/all", "delete_devices", "password", "deactivate", "register", "passwordless_login"];

    private static IEnumerable<ReferenceServerOptions> Servers =>
    [
        Matrix with { HasAdministrator = true, HasApplicationService = true, AllowsRegistration = true, BindsEmails = true },
        new KoyebServerOptions(),
        new KoyebServerOptions { Edition = "s26" },
        new KoyebServerOptions { ServesProfile = false },
    ];

    [TestCaseSource(nameof(Servers))]
    public async Task Harms_nothing_and_leaves_nothing(ReferenceServerOptions options)
    {
        await using var server = await ReferenceServer.Start(options);
        await using var gateway = await Gateway.Before(server, (context, next) => next(context));
        using var patient = Patient.Of(server, gateway.BaseUrl);
        var before = server.Tables;

        (await patient.Examine()).Places.Should().BeEmpty();

        using var scope = new AssertionScope();
        gateway.Counts.Keys.Should().OnlyContain(deed => Harmless.Any(allowed => deed.StartsWith(allowed, StringComparison.Ordinal)));
        gateway.Counts.Keys.Where(deed => Harmful.Any(deed.Contains)).Should().BeEmpty();
        gateway.Count("/login").Should().BeLessThanOrEqualTo(6, "each account has one login, and the flows are asked for");
        gateway.Requests.Should().BeLessThanOrEqualTo(30);
        server.Tables.Should().BeEquivalentTo(before);
    }

    [Test]
    public async Task Says_what_a_person_reads()
    {
        await using var server = await ReferenceServer.Start(Matrix with { BindsEmails = true });
        using var patient = Patient.Of(server, change: target =>
        {
            target["accounts"]!.AsArray().RemoveAt(1);
            target["capabilities"]!["sync"] = false;
        });

        var call = await patient.Read();

        Words(call.Text(ExitCode.NonConformant)).Should().ContainAll(
            "patient.json): can be tested, but not in full",
            "Fix, or the profile cannot be judged in full accounts MTX-LOGIN-11, ",
            "fix: add the account of a second user capabilities.sync is false, but the server has it",
            "Beyond the profile, or later administrator MTX-LOGOUT-18, MTX-LOGOUT-19 need it fix: name an account that may lock others",
            "In order target file profile matrix-session@3, 1 account",
            "versions 19, from r0.6.1 to v1.18");
    }

    [Test]
    public async Task Says_what_it_has_not_checked()
    {
        using var patient = Patient.At($"http://{CannedServer.ClosedAuthority()}");

        Words((await patient.Read()).Output).Should().Contain("cannot be tested").And.Contain(
            "Not checked, because it depends on what must be fixed first: TLS, HTTP, clock, versions, login flows, accounts, admin");
    }

    [TestCase("""{ "name": "patient" }""", "dialect", "is missing")]
    [TestCase("no JSON", "patient.json", "not readable as JSON")]
    public async Task Tells_all_that_is_wrong_in_the_file(string file, string place, string problem)
    {
        using var folder = new ToolFolder();

        var call = await ToolCall.Of("doctor", folder.Save("patient.json", file));

        (call.Code, call.Error).Should().Be((ExitCode.BadUsage, ""));
        Words(call.Output).Should().Contain("a run would refuse this file").And.Contain(place).And.Contain(problem);
    }

    [Test]
    public async Task Names_the_variable_of_a_password_that_is_not_set()
    {
        using var patient = Patient.At("http://127.0.0.1:1", target => target["accounts"]![0]!["password"] = "${env:DOCTORED_NOTHING}");

        var examined = await patient.Examine();

        examined.Places.Should().Equal("accounts[0].password");
        examined.Call.Code.Should().Be(ExitCode.BadUsage);
        examined.Call.Output.Should().Contain("the environment variable DOCTORED_NOTHING is not set")
            .And.Contain("set it, or name another");
    }

    [Test]
    public async Task Refuses_a_file_that_is_not_there()
    {
        var call = await ToolCall.Of("doctor", "nowhere.json");

        (call.Code, call.Error).Should().Be((ExitCode.BadUsage, ""));
        Words(call.Output).Should().Contain("there is no file");
    }

    [Test]
    public async Task Shows_no_password_that_a_server_repeats()
    {
        using var server = Talking(request => request.Json()["password"]!.ToString());
        using var patient = Patient.At(server.BaseUrl);

        var (read, examined) = (await patient.Read(), await patient.Examine());

        read.Output.Should().Contain("<password#1~").And.NotContain(ReferenceAccounts.Password);
        examined.Call.Output.Should().NotContain(ReferenceAccounts.Password);
    }

    [TestCaseSource(nameof(HostileKinds))]
    public async Task Shows_what_a_server_says_and_nothing_obeys_it(string kind)
    {
        var text = HostileTexts.All[kind];
        using var server = Talking(_ => text);
        using var patient = Patient.At(server.BaseUrl);

        var (read, examined) = (await patient.Read(), await patient.Examine());

        read.Output.Should().Contain(HostileTexts.Mark[..2]);
        read.Output.ShouldBeInert(kind);
        examined.Call.Output.ShouldBeInert(kind);
        (read.Error + examined.Call.Error).Should().BeEmpty();
    }

    // As they are read, wherever lines end.
    private static string Words(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> HostileKinds => HostileTexts.All.Keys;

    // A homeserver that says something of its own wherever the doctor shows what a server says.
    private static CannedServer Talking(Func<CannedRequest, string> say) => new(request => request.Deed switch
    {
        "GET /_matrix/client/versions" => CannedReply.Json(200, """{"versions":["v1.11"]}"""),
        "GET /_matrix/client/v3/login" => CannedReply.Json(200, """{"flows":[{"type":"m.login.password"}]}"""),
        _ => CannedReply.Json(403, new JsonObject { ["errcode"] = say(request) }.ToJsonString()),
    });
}
