using Conformance.Fixtures.Circuits;
using Conformance.Fixtures.Outcomes;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Circuits;

/// <summary>Which accounts are stopped by what the server says of them.</summary>
public sealed class LockOutsTests
{
    [Test]
    public void Are_about_one_account()
    {
        var lockOuts = OfTwo();
        lockOuts.Stop("alice", "POST /login was answered with 401 M_USER_LOCKED");

        lockOuts.Invoking(each => each.Refuse("alice")).Should().Throw<AccountStoppedException>().WithMessage(
            "The server has locked alice (POST /login was answered with 401 M_USER_LOCKED): nothing more is asked with this account.");
        lockOuts.Invoking(each => each.Refuse("bob")).Should().NotThrow();
        lockOuts.Invoking(each => each.Refuse(null)).Should().NotThrow();
    }

    [Test]
    public void Keep_the_first_reason()
    {
        var lockOuts = OfTwo();
        lockOuts.Stop("alice", "the first");

        lockOuts.Stop("alice", "the second").Should().Contain("the first");
    }

    [Test]
    public void Are_none_of_accounts_that_scenarios_make_and_end() => OfTwo().Stop("thrown-away", "403").Should().BeNull();

    [Test]
    public void Are_none_that_the_suite_has_asked_for_itself()
    {
        var lockOuts = OfTwo();
        lockOuts.Expect("alice");
        lockOuts.Stop("alice", "401").Should().BeNull();
        lockOuts.WhyStopped("alice").Should().BeNull();

        lockOuts.ExpectNoMore("alice");
        lockOuts.Stop("alice", "401").Should().NotBeNull();
    }

    private static LockOuts OfTwo() => new(["alice", "bob"]);
}
