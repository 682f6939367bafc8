using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Outcomes;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Koyeb;

/// <summary>Logins that fail on purpose are counted before they are made, so that no account is locked.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class FailedLoginTests
{
    [TestCase(1, 3)]
    [TestCase(2, 6)]
    public async Task Keeps_the_last_for_what_is_essential(int accounts, int logins)
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server, KnownDialects.Koyeb, accounts));
        for (var attempt = 1; attempt < logins; attempt++)
            await LeaseOnce(target);

        var last = async () => await LeaseOnce(target);
        var essential = async () => await LeaseOnce(target, isEssential: true);

        await last.Should().ThrowAsync<DisabledException>();
        await essential.Should().NotThrowAsync();
        await essential.Should().ThrowAsync<DisabledException>();
    }

    [TestCase(1, 3)]
    [TestCase(2, 6)]
    public async Task Has_three_for_each_account_and_then_asks_for_more_accounts(int accounts, int logins)
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var target = new DrivenTarget(DrivenTarget.Settings(server, KnownDialects.Koyeb, accounts));
        var leased = new List<string>();
        for (var attempt = 1; attempt <= logins; attempt++)
            leased.Add(await LeaseOnce(target, isEssential: attempt == 1));

        var fourth = async () => await LeaseOnce(target);

        (await fourth.Should().ThrowAsync<DisabledException>()).WithMessage("*with more accounts in the target file it is run.");
        leased.GroupBy(email => email).Should().OnlyContain(account => account.Count() == 3);
    }

    // A scenario of its own each time, as a second attempt at the same one would be.
    private static async Task<string> LeaseOnce(DrivenTarget target, bool isEssential = false)
    {
        var scenario = target.Enter();
        try
        {
            return (await target.Koyeb.LeaseToFailOneLogin(isEssential)).Email;
        }
        finally
        {
            await scenario.Finish(ended: null);
        }
    }
}
