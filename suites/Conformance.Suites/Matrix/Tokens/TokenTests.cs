using Conformance.Fixtures.Matrix;

namespace Conformance.Suites.Matrix;

/// <summary>Access tokens: each opens every door of its session, and no other text opens any.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Matrix))]
public sealed class TokenTests(MatrixTarget target)
{
    [Test, Requirement("MTX-TOK-01")]
    public async Task Accepts_the_token_in_the_header_on_every_endpoint()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LogIn();

        await phone.ShouldBeAcceptedEverywhere();

        (await phone.TryLogOut()).ShouldAcceptTheToken();
    }

    [Test, Requirement("MTX-TOK-04")]
    public async Task Refuses_requests_without_a_token_on_every_endpoint()
    {
        var phone = await (await target.Accounts.Lease()).LogIn();
        await phone.AssumeAcceptedEverywhere();
        await phone.AssumeListed(phone);

        await phone.ShouldGuardEveryEndpoint(against: null, MatrixErrors.MissingToken);

        await phone.ShouldBeAccepted();
        await phone.ShouldList(phone);
    }

    [Test, Requirement("MTX-TOK-05")]
    public async Task Refuses_a_token_that_never_was_one_on_every_endpoint()
    {
        var account = await target.Accounts.Lease();
        var (phone, laptop) = (await account.LogIn(), await account.LiveSession());
        await phone.AssumeAcceptedEverywhere();
        await laptop.AssumeListed(phone);

        await phone.ShouldGuardEveryEndpoint(target.BogusToken(), MatrixErrors.UnknownToken);

        await phone.AssumeAccepted();
        await laptop.AssumeListed(phone);
    }

    [Test, Requirement("MTX-TOK-05")]
    public async Task Refuses_tokens_that_look_like_a_true_one()
    {
        var account = await target.Accounts.Lease();
        var phone = await account.LiveSession();
        await phone.AssumeAccepted();

        foreach (var token in target.TamperedFormsOf(phone.AccessToken))
            (await phone.Client.WhoAmI(token)).Promise(whoami => whoami.BeRefusedWith(MatrixErrors.UnknownToken));

        await phone.AssumeAccepted();
    }

    [Test, Requirement("MTX-TOK-15")]
    public async Task Keeps_a_token_through_a_storm_of_bad_ones()
    {
        var (owner, neighbour) = await target.Accounts.LeaseTwo();
        var (phone, bystander) = (await owner.LogIn(), await neighbour.LogIn());
        await phone.AssumeListed(phone);
        await bystander.AssumeAccepted();

        foreach (var token in target.TamperedFormsOf(phone.AccessToken).Append(target.BogusToken()).Append(null))
        {
            (await phone.Client.WhoAmI(token)).Assume(whoami => whoami.BeRefused());
            (await phone.Client.LogOut(token)).Assume(logout => logout.BeRefused());
        }

        await phone.ShouldBeAccepted();
        await phone.ShouldList(phone);
        await bystander.ShouldBeAccepted();
    }

    [Test, Requirement("MTX-TOK-14")]
    public async Task Says_something_about_the_scheme_when_it_refuses()
    {
        var account = await target.Accounts.Lease();

        var missing = await account.Client.WhoAmI(token: null);
        var unknown = await account.Client.WhoAmI(target.BogusToken());

        target.Observe("WWW-Authenticate without a token", missing.Header("WWW-Authenticate") ?? "absent");
        target.Observe("WWW-Authenticate with an unknown token", unknown.Header("WWW-Authenticate") ?? "absent");
    }
}
