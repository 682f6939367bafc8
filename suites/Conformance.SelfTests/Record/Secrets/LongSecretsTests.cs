using Bogus;
using Conformance.Record.Secrets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Record.Secrets;

/// <summary>Secrets of any length are found, and a server cannot keep the suite busy with them.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LongSecretsTests
{
    private static readonly string Long = string.Concat(Enumerable.Range(0, 400).Select(i => $"{i:000} "));

    // A token of one letter in a text of it; one that nearly stands everywhere; tokens of all lengths; one that is told apart at its end.
    private static IEnumerable<TestCaseData> Attacks =>
    [
        Attack("whole", size => ([Letters(size)], Letters(3 * size))),
        Attack("nearly", size => ([Letters(size) + "b"], Letters(3 * size))),
        Attack("nearly, again and again", size => ([Letters(size) + "b"], string.Concat(Enumerable.Repeat(Letters(size) + "c", 3)))),
        Attack("of all lengths", size => ([.. Enumerable.Range(6, 600).Select(length => Letters(length) + "b")], Letters(3 * size))),
        Attack("many that begin alike", size => ([.. Enumerable.Range(0, 200).Select(i => $"{Letters(700)}{i}")], Letters(3 * size))),
        Attack("within each other", size => ([.. Enumerable.Range(6, 600).Select(Letters)], Letters(3 * size))),
    ];

    [TestCaseSource(nameof(Attacks))]
    public void Cost_steps_that_grow_with_the_text_only(Func<int, (string[] Secrets, string Text)> attack)
    {
        var (small, large) = (Steps(attack, 4_000), Steps(attack, 8_000));

        large.Should().BeLessThan((long)(2.2 * small), "twice the text takes twice the steps");
        large.Should().BeLessThanOrEqualTo(3 * 8_000L * 2 * KnownForms.GivesAway);
    }

    [Test]
    public void Are_masked_whole_wherever_they_stand()
    {
        var vault = Knowing(Long);

        vault.Mask($"before {Long}{Long} after").Should().Be("before <access-token#1~test><access-token#1~test> after");
        vault
            .MaskBody($$"""{"access_token":"{{Long}}","echo":"x{{Long}}"}""")
            .Should()
            .Be("""{"access_token":"<access-token#1~test>","echo":"x<access-token#1~test>"}""");
    }

    [Test]
    public void Are_given_away_by_their_beginning()
    {
        var beginning = Long[..KnownForms.GivesAway];
        var vault = Knowing(Long);

        vault.Mask($"before {beginning}").Should().Be("before <access-token#1~test>");
        vault.Mask($"before {Long[..(KnownForms.GivesAway + 100)]}!").Should().Be("before <access-token#1~test>!");
        vault.Leaks($"before {beginning}").Should().ContainSingle();
        vault.Leaks($"before {beginning[1..]}").Should().BeEmpty();
    }

    [Test]
    public void Are_told_apart_where_they_begin_alike()
    {
        var vault = Knowing(Long, $"{Long}more");

        vault.Mask($"{Long}more {Long}").Should().Be("<access-token#2~test> <access-token#1~test>");
    }

    [Test]
    public void Are_told_apart_where_more_than_what_gives_them_away_is_alike()
    {
        var (one, other) = ($"{Long}one{Long}", $"{Long}other{Long}");
        var vault = Knowing(one, other);

        vault.Mask($"{other}!").Should().Be("<access-token#2~test>!");
        vault.Mask($"{other[..^7]}!").Should().Be("<access-token#2~test>!", "what goes on like it is masked as far as it does");
        vault.Leaks(other).Select(secret => secret.Label).Should().BeEquivalentTo("<access-token#1~test>", "<access-token#2~test>");
    }

    [Test]
    public void Are_masked_as_the_whole_that_they_are_part_of()
    {
        var vault = Knowing(Long, $"s:{Long}.signature", $"nor-{Long}");

        vault.Mask($"session=s:{Long}.signature; Path=/").Should().Be("session=<access-token#2~test>; Path=/");
        vault.Mask($"no nor-{Long}").Should().Be("no <access-token#3~test>");
    }

    [TestCase("begin", "begin-end")]
    [TestCase("", "")]
    public void Are_masked_together_where_one_begins_within_another(string beforehand, string afterwards)
    {
        var shared = Long[..300];
        var (first, second) = (Long[..700] + shared, shared + Long[700..1400]);
        var vault = Knowing(second, first);

        vault
            .Mask($"{beforehand}{first}{second[300..]}{afterwards}")
            .Should()
            .Be($"{beforehand}<access-token#2~test><access-token#1~test>{afterwards}");
    }

    [Test]
    public void Leave_nothing_in_clear_however_they_overlap([Range(1, 40)] int seed)
    {
        // Pieces of few kinds, so that long secrets begin, contain and continue each other.
        var random = new Randomizer(seed);
        string Pieces(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => new string((char)('a' + random.Int(0, 2)), 150)));
        var vault = Knowing([.. Enumerable.Range(0, 6).Select(_ => Pieces(random.Int(1, 9))).Distinct()]);
        var text = $"<{Pieces(30)}>";

        var masked = vault.Mask(text);

        vault.Leaks(masked).Should().BeEmpty();
        masked.Should().StartWith("<").And.EndWith(">");
    }

    private static SecretVault Knowing(params string[] values)
    {
        var vault = new SecretVault(nonce: "test");
        foreach (var value in values)
            vault.Learn(SecretKind.AccessToken, value);
        return vault;
    }

    private static long Steps(Func<int, (string[] Secrets, string Text)> attack, int size)
    {
        var (secrets, text) = attack(size);
        var forms = new KnownForms();
        foreach (var (value, ordinal) in secrets.Select((value, index) => (value, index + 1)))
            forms.Add(value, new Secret(SecretKind.AccessToken, $"<access-token#{ordinal}~test>") { Shape = SecretShape.Of(value) });
        return forms.Select(text, SecretVault.ShortestMaskedWithinText).Steps;
    }

    private static TestCaseData Attack(string name, Func<int, (string[] Secrets, string Text)> attack) =>
        new TestCaseData(attack).SetArgDisplayNames(name);

    private static string Letters(int count) => new('a', count);
}
