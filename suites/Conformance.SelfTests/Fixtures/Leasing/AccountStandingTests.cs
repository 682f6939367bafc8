using Conformance.Fixtures.Leasing;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Leasing;

/// <summary>How many logins may fail at an account is counted before they do, so that it is not locked.</summary>
public sealed class AccountStandingTests
{
    [TestCase(10, 8, 10)]
    [TestCase(3, 1, 3)]
    [TestCase(2, 1, 2)]
    [TestCase(1, 1, 1)]
    [TestCase(0, 0, 0)]
    public void Keeps_some_for_scenarios_that_are_tried_again(int most, int first, int all)
    {
        var standing = new AccountStanding();

        Count(standing, most, isRepeat: false).Should().Be(first);
        (first + Count(standing, most, isRepeat: true)).Should().Be(all);
    }

    [Test]
    public void Doubts_an_account_after_three_refusals_in_a_row()
    {
        var standing = new AccountStanding();

        foreach (var answer in new[] { "403", "403", null, "403", "401", "403" })
        {
            standing.IsDoubtful.Should().BeFalse();
            standing.Answered(answer);
        }

        standing.IsDoubtful.Should().BeTrue();
        standing.Answered(refusal: null);
        standing.IsDoubtful.Should().BeFalse();
    }

    private static int Count(AccountStanding standing, int most, bool isRepeat)
    {
        var count = 0;
        while (standing.TakeFailure(most, isRepeat))
            count++;

        return count;
    }
}
