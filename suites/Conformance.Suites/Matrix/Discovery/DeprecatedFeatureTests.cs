using Conformance.Fixtures.Matrix;
using Conformance.Fixtures.Matrix.Discovery;

namespace Conformance.Suites.Matrix;

/// <summary>What a claimed version deprecates is still there.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class DeprecatedFeatureTests(MatrixTarget target)
{
    [Test, Requirement("MTX-VER-08")]
    public async Task Lets_users_in_by_the_member_that_was_before_identifiers()
    {
        var account = await target.Accounts.Lease();
        await (await account.LogIn()).AssumeAccepted();

        var answer = await account.TryLogInWith(account.PasswordLogin().Without("identifier").With("user", account.User));

        answer.PromiseFirst(login => login.HaveStatus(200));
        await account.Open(answer).ShouldBeAccepted();
    }

    [Test, Requirement("MTX-VER-08")]
    public async Task Takes_access_tokens_in_the_query()
    {
        target.NeedsClaimUntil("v1.19");
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeAccepted();

        var answer = await phone.Client.Ask(
            MatrixEndpoints.WhoAmI,
            phone.Client.Prefix + MatrixEndpoints.WhoAmI.Path,
            KeyValuePair.Create("access_token", phone.AccessToken.Label));

        answer.Promise(whoami => whoami.HaveStatus(200));
        await phone.AssumeAccepted();
    }
}
