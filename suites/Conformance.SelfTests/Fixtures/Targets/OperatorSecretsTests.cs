using Conformance.Fixtures.Runs;
using Conformance.Fixtures.Targets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Targets;

/// <summary>Whatever the operator keeps secret is known before the first request, of accounts that have not logged in, too.</summary>
public sealed class OperatorSecretsTests
{
    private static readonly TargetSettings Settings = DrivenTarget.Settings("http://127.0.0.1:9") with
    {
        Accounts = [new AccountSettings("alice", "first password"), new AccountSettings("bob", "second password")],
        Administrator = new AccountSettings("admin", "third password"),
        ApplicationService = new ApplicationServiceSettings("fourth token", "@bridge:hs"),
        Headers = [new("X-Key", "fifth header", IsSecret: true), new("X-Open", "known to all", IsSecret: false)],
    };

    [TestCase("first password")]
    [TestCase("second password")]
    [TestCase("third password")]
    [TestCase("fourth token")]
    [TestCase("fifth header")]
    public void Are_known(string secret)
    {
        using var run = new TargetRun(Settings, [], folder: null, seed: 1, TimeProvider.System, new());

        run.Vault.Mask($"it is {secret}.").Should().NotContain(secret);
    }

    [Test]
    public void Are_no_others()
    {
        using var run = new TargetRun(Settings, [], folder: null, seed: 1, TimeProvider.System, new());

        run.Vault.Mask("it is known to all.").Should().Be("it is known to all.");
    }
}
