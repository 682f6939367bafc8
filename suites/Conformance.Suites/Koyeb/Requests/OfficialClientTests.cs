using Conformance.Fixtures.Koyeb;
using Conformance.Record.Exchanges;

namespace Conformance.Suites.Koyeb;

/// <summary>The official clients: a server must live with their habits, and they with its answers.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class OfficialClientTests(KoyebTarget target)
{
    private static readonly Softening OtherJson = new(
        (exchange, _) => exchange.Response!.Headers.Find("Content-Type") is { } type
            && type.Split(';')[0].TrimEnd().EndsWith("json", StringComparison.OrdinalIgnoreCase),
        "Another JSON media type than application/json is a warning.");

    private static IEnumerable<TestCaseData> Clients =>
        OfficialClient.All.Select(client => new TestCaseData(client).SetArgDisplayNames(client.Name));

    [Test, Requirement("KOY-LOGIN-17")]
    public async Task Lets_in_the_client_for_Go()
    {
        var account = await target.Accounts.Lease();
        await (await account.LogIn()).LogOut();

        var login = await OfficialClient.Go.LogIn(account);

        login.Promise(answer => answer.HaveSuccessStatus().HaveTextAt("/token/id"));
    }

    [Test, Requirement("KOY-LOGIN-18")]
    public async Task Lets_in_the_client_for_Python()
    {
        var account = await target.Accounts.Lease();
        await (await account.LogIn()).LogOut();

        var login = await OfficialClient.Python.LogIn(account);

        login.Promise(answer => answer.HaveSuccessStatus().HaveTextAt("/token/id"));
    }

    [TestCaseSource(nameof(Clients)), Requirement("KOY-GEN-01")]
    public async Task Answers_what_official_clients_read(OfficialClient client)
    {
        var account = await target.Accounts.Lease();

        foreach (var answer in await client.SpendDay(account))
            answer.Promise(reading => reading.BeReadableFor(client), OtherJson);
    }
}
