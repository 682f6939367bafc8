using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.SessionTable;

namespace Conformance.Suites.Matrix;

/// <summary>However a session was obtained, its access token dies with its device. The table says what is tried.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class DeletionEndTests(MatrixTarget target)
{
    [TestCaseSource(typeof(SessionTable), nameof(SessionTable.CasesOf), new object[] { "MTX-DEV-11" })]
    [Requirement("MTX-DEV-11")]
    public Task Kills_the_token_with_its_device(string obtaining, string ending) => KillsTheToken(obtaining, ending);

    [TestCaseSource(typeof(SessionTable), nameof(SessionTable.CasesOf), new object[] { "MTX-DEV-18" })]
    [Requirement("MTX-DEV-18")]
    public Task Kills_the_token_with_its_device_in_a_list(string obtaining, string ending) => KillsTheToken(obtaining, ending);

    [Test, Requirement("MTX-DEV-11")]
    public async Task Keeps_the_token_dead_however_often_it_is_used()
    {
        var scene = await SessionScene.Of(target, Obtaining.Plainest, Ending.Deletion);
        var (bystander, phone) = (await scene.Bystander(), await scene.Obtain());
        await phone.AssumeAccepted();

        await scene.End(phone);

        await phone.ShouldStayDead();
        await bystander.AssumeAccepted();
    }

    private async Task KillsTheToken(string obtaining, string ending)
    {
        var scene = await SessionScene.Of(target, obtaining, ending);
        var (bystander, phone) = (await scene.Bystander(), await scene.Obtain());
        var uses = await phone.AssumeUsable();

        await scene.End(phone);

        await phone.ShouldHaveNoUse(uses, errcode: null);
        await phone.ShouldBeRefusedAtLogout(errcode: null);
        await bystander.AssumeAccepted();
    }
}
