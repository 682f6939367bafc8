using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Waiting;
using Conformance.Record.Secrets;

namespace Conformance.Suites.Matrix;

/// <summary>
/// Sessions of one device that end and begin several times within a second, and across its turn, on one connection: a server that keeps
/// time in whole seconds must still tell the tokens before a revocation from those after it.
/// </summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class SameSecondTests(MatrixTarget target)
{
    private const int Rounds = 3;

    [Test, Requirement("MTX-LOGIN-03")]
    public async Task Issues_a_living_token_in_the_second_of_a_logout() =>
        await EndAndBeginAgain(await target.Accounts.Lease(), phone => phone.LogOut(), (_, again) => again.ShouldBeOnItsDevice());

    [Test, Requirement("MTX-LOGIN-03")]
    public async Task Issues_a_living_token_in_the_second_that_ends_all_sessions() =>
        await EndAndBeginAgain(
            await target.LeaseToEndAllSessions(), phone => phone.LogOutEverywhere(), (_, again) => again.ShouldBeOnItsDevice());

    [Test, Requirement("MTX-LOGOUT-02")]
    public async Task Kills_a_token_in_the_second_of_its_issue() =>
        await EndAndBeginAgain(await target.Accounts.Lease(), phone => phone.LogOut(), StaysDead);

    [Test, Requirement("MTX-LOGOUTALL-02")]
    public async Task Kills_a_token_in_the_second_of_its_issue_with_all_others() =>
        await EndAndBeginAgain(await target.LeaseToEndAllSessions(), phone => phone.LogOutEverywhere(), StaysDead);

    private async Task EndAndBeginAgain(
        MatrixAccount account, Func<MatrixSession, Task> end, Func<IReadOnlyList<Secret>, MatrixSession, Task> judge)
    {
        var ended = new List<Secret>();
        using var connection = target.OnOneConnection();
        await Polling.AwaitTurnOfSecond();
        var phone = await account.LogIn();
        for (var round = 0; round < Rounds; round++)
        {
            await end(phone);
            ended.Add(phone.AccessToken);
            if (round == Rounds - 1)
                await Polling.AwaitTurnOfSecond();

            phone = await account.LogInAgainOn(phone);
            await judge(ended, phone);
        }
    }

    // All that have ended: a login on their device must not bring back any.
    private static async Task StaysDead(IReadOnlyList<Secret> ended, MatrixSession again)
    {
        foreach (var token in ended)
            await again.ShouldHaveEnded(token);

        await again.AssumeOnItsDevice();
    }
}
