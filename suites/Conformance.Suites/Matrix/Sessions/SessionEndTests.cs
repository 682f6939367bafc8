using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.SessionTable;

namespace Conformance.Suites.Matrix;

/// <summary>
/// However a session was obtained and however it is ended, its access token is dead, and those of
/// others live. The table says what is tried.
/// </summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class SessionEndTests(MatrixTarget target)
{
    [TestCaseSource(typeof(SessionTable), nameof(SessionTable.CasesOf), new object[] { "MTX-LOGOUT-02" })]
    [Requirement("MTX-LOGOUT-02")]
    public Task Kills_the_token_at_logout(string obtaining, string ending) => KillsTheToken(obtaining, ending);

    [TestCaseSource(typeof(SessionTable), nameof(SessionTable.CasesOf), new object[] { "MTX-LOGOUTALL-02" })]
    [Requirement("MTX-LOGOUTALL-02")]
    public Task Kills_the_token_at_the_end_of_all_sessions(string obtaining, string ending) => KillsTheToken(obtaining, ending);

    [TestCaseSource(typeof(SessionTable), nameof(SessionTable.CasesOf), new object[] { "MTX-LOGOUT-08" })]
    [Requirement("MTX-LOGOUT-08")]
    public async Task Refuses_a_second_logout(string obtaining, string ending)
    {
        var scene = await SessionScene.Of(target, obtaining, ending);
        var (bystander, phone) = (await scene.Bystander(), await scene.Obtain());
        await phone.AssumeAccepted();

        await scene.End(phone);

        await phone.ShouldBeRefusedAtLogout(MatrixErrors.UnknownToken);
        await bystander.AssumeAccepted();
    }

    [TestCaseSource(typeof(SessionTable), nameof(SessionTable.CasesOf), new object[] { "MTX-LOGOUTALL-12" })]
    [Requirement("MTX-LOGOUTALL-12")]
    public async Task Refuses_a_second_end_of_all_sessions(string obtaining, string ending)
    {
        var scene = await SessionScene.Of(target, obtaining, ending);
        var (bystander, phone) = (await scene.Bystander(), await scene.Obtain());
        await phone.AssumeAccepted();

        await scene.End(phone);

        await phone.ShouldBeRefusedAtLogoutEverywhere(MatrixErrors.UnknownToken);
        await bystander.AssumeAccepted();
    }

    [TestCaseSource(typeof(SessionTable), nameof(SessionTable.EndingsOf), new object[] { Ended.Session })]
    [Requirement("MTX-LOGOUT-02")]
    public Task Keeps_the_token_dead_however_often_it_is_used(string ending) => KeepsTheTokenDead(ending);

    [TestCaseSource(typeof(SessionTable), nameof(SessionTable.EndingsOf), new object[] { Ended.AllSessions })]
    [Requirement("MTX-LOGOUTALL-02")]
    public Task Keeps_the_token_dead_after_the_end_of_all_sessions_however_often_it_is_used(string ending) => KeepsTheTokenDead(ending);

    private async Task KillsTheToken(string obtaining, string ending)
    {
        var scene = await SessionScene.Of(target, obtaining, ending);
        var (bystander, phone) = (await scene.Bystander(), await scene.Obtain());
        var uses = await phone.AssumeUsable();

        await scene.End(phone);

        await phone.ShouldHaveNoUse(uses, MatrixErrors.UnknownToken);
        await bystander.AssumeAccepted();
    }

    private async Task KeepsTheTokenDead(string ending)
    {
        var scene = await SessionScene.Of(target, Obtaining.Plainest, ending);
        var (bystander, phone) = (await scene.Bystander(), await scene.Obtain());
        await phone.AssumeAccepted();

        await scene.End(phone);

        await phone.ShouldStayDead();
        await bystander.AssumeAccepted();
    }
}
