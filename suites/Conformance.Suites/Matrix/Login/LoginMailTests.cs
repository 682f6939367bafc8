using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>POST /login by a mail address that is bound to the account.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class LoginMailTests(MatrixTarget target)
{
    [Test, Requirement("MTX-LOGIN-17")]
    public async Task Lets_in_by_a_bound_mail_address()
    {
        var account = await target.LeaseWithBoundEmail();
        var phone = await account.LiveSession();

        var answer = await account.TryLogInByMail(account.BoundEmail!);

        answer.Promise(login => login.BeSuccessOf(MatrixEndpoints.Login).HaveText("/user_id", phone.UserId));
    }

    [Test, Requirement("MTX-LOGIN-18")]
    public async Task Lets_in_by_a_mail_address_in_capitals()
    {
        var account = await target.LeaseWithBoundEmail();
        var asBound = await account.TryLogInByMail(account.BoundEmail!);
        asBound.Assume(login => login.HaveStatus(200));

        var answer = await account.TryLogInByMail(account.BoundEmail!.ToUpperInvariant());

        answer.Promise(login => login.HaveStatus(200).HaveText("/user_id", asBound.Text("/user_id")!));
    }

    [Test, Requirement("MTX-LOGIN-21")]
    public async Task Lets_in_by_a_mail_address_in_deprecated_members()
    {
        var account = await target.LeaseWithBoundEmail();
        var asIdentifier = await account.TryLogInByMail(account.BoundEmail!);
        asIdentifier.Assume(login => login.BeLogin());

        var answer = await account.TryLogInByDeprecatedMail(account.BoundEmail!);

        answer.Promise(login => login.HaveStatus(200).HaveText("/user_id", asIdentifier.Text("/user_id")!));
    }
}
