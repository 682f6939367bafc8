using Conformance.Schemas.Identifiers;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Schemas.Identifiers;

/// <summary>Which texts are user ids, of today's grammar and of the older one.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class UserIdTests
{
    private static string Longest { get; } = $"@{new string('a', 242)}:example.org";

    [TestCase("@alice:example.org")]
    [TestCase("@a:b")]
    [TestCase("@0.9_=-/+z:localhost")]
    [TestCase("@alice:example.org:8448")]
    [TestCase("@alice:1.2.3.4")]
    [TestCase("@alice:[2001:db8::1]")]
    [TestCase("@alice:[::1]:8448")]
    [TestCase("@alice:EXAMPLE.org")]
    public void Finds_nothing_wrong_with_a_user_id(string text)
    {
        UserId.Problem(text).Should().BeNull();
        UserId.IsHistorical(text).Should().BeTrue("the older grammar is the wider one");
    }

    [TestCase("@Alice:example.org")]
    [TestCase("@al!ce:example.org")]
    [TestCase("@ali ce:example.org")]
    [TestCase("@älice:example.org")]
    [TestCase("@:example.org")]
    [TestCase("@@alice:example.org")]
    public void Tells_what_only_the_older_grammar_allows(string text)
    {
        UserId.Problem(text).Should().Be("an impossible localpart");
        UserId.IsHistorical(text).Should().BeTrue();
    }

    [TestCase("", "a missing @ at its beginning")]
    [TestCase("alice", "a missing @ at its beginning")]
    [TestCase("alice:example.org", "a missing @ at its beginning")]
    [TestCase("@alice", "a missing server name")]
    [TestCase("@alice:", "a missing server name")]
    [TestCase("@alice:exa_mple.org", "an impossible server name")]
    [TestCase("@alice:example.org:", "an impossible server name")]
    [TestCase("@alice:example.org:123456", "an impossible server name")]
    [TestCase("@alice:2001:db8::1", "an impossible server name")]
    [TestCase("@alice:[2001:db8::1", "an impossible server name")]
    [TestCase("@alice:example.org\n", "an impossible server name")]
    public void Tells_what_no_grammar_ever_allowed(string text, string problem)
    {
        UserId.Problem(text).Should().Be(problem);
        UserId.IsHistorical(text).Should().BeFalse();
    }

    [Test]
    public void Counts_the_bytes_and_not_the_characters()
    {
        UserId.Problem(Longest).Should().BeNull();
        UserId.Problem($"@a{Longest[1..]}").Should().Be("more than 255 bytes");
        UserId.IsHistorical($"@é{Longest[2..]}").Should().BeFalse();
    }

    [TestCase("@alice:example.org:8448", "example.org:8448")]
    [TestCase("@alice:[::1]:8448", "[::1]:8448")]
    [TestCase("@alice:", "")]
    [TestCase("@alice", null)]
    public void Splits_at_the_first_colon(string text, string? serverName) => (UserId.Read(text)?.Server).Should().Be(serverName);
}
