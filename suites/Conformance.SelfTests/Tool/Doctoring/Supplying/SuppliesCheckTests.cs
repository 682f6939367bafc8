using System.Text.Json.Nodes;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.ReferenceServers.Options;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool.Doctoring.Supplying;

/// <summary>What only the operator can give or permit, and has not.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SuppliesCheckTests
{
    private static readonly MatrixServerOptions Matrix = new();

    private static readonly KoyebServerOptions Koyeb = new();

    [Test]
    public async Task Names_a_single_account() => (await Examine(Matrix, target => target["accounts"]!.AsArray().RemoveAt(1))).ShouldFind(
        "accounts",
        "MTX-LOGIN-11, MTX-LOGIN-46, MTX-LOGOUT-06, MTX-LOGOUTALL-04, MTX-LOGOUTALL-08 and 2 more rows of profile matrix-session@3 need it",
        "add the account of a second user");

    [Test]
    public async Task Names_a_single_account_of_the_other_contract() =>
        (await Examine(Koyeb, target => target["accounts"]!.AsArray().RemoveAt(1))).ShouldFind(
            "accounts", "KOY-LOGIN-21, KOY-LOGOUT-10 of profile koyeb-s21@3 need it", "add the account of a second user");

    [Test]
    public async Task Names_a_permission_that_the_profile_needs() =>
        (await Examine(Matrix, target => target["permissions"]!["destructive"] = false)).ShouldFind(
            "permissions.destructive", "more rows of profile matrix-session@3 need it", "set it to true");

    [Test]
    public async Task Asks_the_profile_that_the_file_names() => (await Examine(Matrix, target =>
    {
        target["permissions"]!["changePasswords"] = false;
        target["profile"] = "matrix-refresh";
    })).ShouldFind("permissions.changePasswords", "MTX-REFRESH-13 of profile matrix-refresh@3 needs it", "set it to true");

    [Test]
    public async Task Names_mail_that_the_profile_needs() =>
        (await Examine(Koyeb, target => target["permissions"]!["mayReceiveMail"] = false)).ShouldFind(
            "permissions.mayReceiveMail", "KOY-PWLESS-01, KOY-PWLESS-09 of profile koyeb-s21@3 need it", "set it to true");

    [Test]
    public async Task Asks_a_later_edition_for_no_mail() =>
        (await Examine(Koyeb with { Edition = "s26" }, target => target["permissions"]!["mayReceiveMail"] = false)).ShouldBeWell();

    [TestCase("administrator", "MTX-LOGOUT-18, MTX-LOGOUT-19 need it")]
    [TestCase("applicationService", "MTX-ASLOGIN-01, MTX-ASLOGIN-02, MTX-ASLOGIN-04, MTX-WHOAMI-03, MTX-WHOAMI-06 and 3 more rows need it")]
    [TestCase("accounts[0].boundEmail", "MTX-LOGIN-17, MTX-LOGIN-18 need it")]
    public async Task Notes_what_rows_beyond_the_profile_need(string place, string problem)
    {
        var examined = await Examine(Matrix, _ => { });

        examined.ShouldBeWell();
        examined.ShouldNote(place, problem, "name");
    }

    private static async Task<Examined> Examine(ReferenceServerOptions options, Action<JsonObject> change)
    {
        await using var server = await ReferenceServer.Start(options);
        using var patient = Patient.Of(server, change: change);
        return await patient.Examine();
    }
}
