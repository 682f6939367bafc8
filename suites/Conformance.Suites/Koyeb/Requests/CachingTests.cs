using Conformance.Fixtures.Koyeb;

namespace Conformance.Suites.Koyeb;

/// <summary>What the server says about caching answers with tokens in them.</summary>
[TestFixtureSource(typeof(Targets), nameof(Targets.Koyeb))]
public sealed class CachingTests(KoyebTarget target)
{
    [Test, Requirement("KOY-GEN-15")]
    public async Task Says_something_about_caching_a_login()
    {
        var account = await target.Accounts.Lease();

        var session = await account.LogIn();

        target.Observe("Cache-Control of a login", session.Begun.Tell("Cache-Control"));
    }

    [Test, Requirement("KOY-GEN-15")]
    public async Task Says_something_about_caching_a_refresh()
    {
        var account = await target.Accounts.Lease();
        var session = await account.LogIn();

        var renewed = await session.Refresh();

        target.Observe("Cache-Control of a refresh", renewed.Begun.Tell("Cache-Control"));
    }
}
