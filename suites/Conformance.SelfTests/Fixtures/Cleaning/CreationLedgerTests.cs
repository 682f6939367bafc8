using System.Security.Cryptography;
using Conformance.Fixtures.Cleaning;
using Conformance.Record.Secrets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Cleaning;

/// <summary>At any moment the ledger tells what is on the server and not proven gone.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class CreationLedgerTests
{
    private const string Scenario = "scenario 1";
    private const string Other = "scenario 2";

    private readonly string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"ledger-{Guid.NewGuid():N}");
    private readonly LedgerKey key = LedgerKey.Of(Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)), "nowhere");
    private readonly SecretVault vault = new();

    [Test]
    public void Knows_a_login_before_its_answer() => Left(ledger => ledger.Asks(Scenario, "POST /login", "alice"))
        .Should().ContainSingle().Which.Should().Match<Leftover>(left => left.IsUnanswered && left.Account == "alice");

    [Test]
    public void Knows_what_a_login_has_opened()
    {
        var left = Left(ledger => LogIn(ledger, Scenario, "alice", Token("syt_one"))).Single();

        left.IsUnanswered.Should().BeFalse();
        left.Account.Should().Be("alice");
        key.Open(left.Sealed!).Should().Be("syt_one");
    }

    [Test]
    public void Knows_of_nothing_that_a_refused_login_has_opened() => Left(ledger => LogIn(ledger, Scenario, "alice")).Should().BeEmpty();

    [Test]
    public void Forgets_what_a_scenario_has_proven_gone_and_nothing_of_another() => Left(ledger =>
        {
            LogIn(ledger, Scenario, "alice", Token("syt_one"));
            LogIn(ledger, Other, "bob", Token("syt_two"));
            ledger.Made(Scenario, new Trace("room", "alice", "!room"));
            ledger.Gone(Scenario);
        })
        .Select(left => left.Account).Should().Equal("bob");

    [Test]
    public void Keeps_the_sessions_with_which_others_go_on()
    {
        var (kept, closed) = (Token("syt_kept"), Token("syt_closed"));

        Left(ledger =>
            {
                LogIn(ledger, Scenario, "alice", kept);
                LogIn(ledger, Scenario, "alice", closed);
                ledger.Gone(Scenario, but: [kept]);
            })
            .Select(left => left.Name).Should().Equal(kept.Label);
    }

    [Test]
    public void Forgets_a_session_that_another_scenario_has_ended()
    {
        var kept = Token("syt_kept");

        Left(ledger =>
            {
                LogIn(ledger, Scenario, "alice", kept);
                ledger.Gone(Scenario, but: [kept]);
                ledger.Gone([kept]);
            })
            .Should().BeEmpty();
    }

    [Test]
    public void Keeps_a_login_without_an_answer_whatever_its_scenario_has_proven() => Left(ledger =>
        {
            ledger.Asks(Scenario, "POST /login", "alice");
            ledger.Gone(Scenario);
        })
        .Should().ContainSingle("nobody knows what it has opened");

    [Test]
    public void Tells_the_last_first() => Left(ledger =>
        {
            LogIn(ledger, Scenario, "alice", Token("syt_one"));
            ledger.Made(Scenario, new Trace("room", "alice", "!room"));
        })
        .Select(left => left.Kind).Should().Equal("room", nameof(SecretKind.AccessToken));

    [Test]
    public void Tells_what_there_was_before()
    {
        using var ledger = NewLedger();
        ledger.Found("alice", ["PHONE"]);
        ledger.Found("bob", []);

        LedgerFile.Read(LedgerFile.In(folder).Single()).FoundBefore
            .Should().BeEquivalentTo(new Dictionary<string, string[]> { ["alice"] = ["PHONE"], ["bob"] = [] });
    }

    [Test]
    public void Reads_what_breaks_off()
    {
        _ = Left(ledger => LogIn(ledger, Scenario, "alice", Token("syt_one")));
        File.AppendAllText(LedgerFile.In(folder).Single(), "{\"event\":\"gone\",\"by\":\"scena");

        LedgerFile.Read(LedgerFile.In(folder).Single()).Left.Should().ContainSingle();
    }

    [Test]
    public void Shows_no_secret()
    {
        _ = Left(ledger =>
        {
            LogIn(ledger, Scenario, "alice", Token("syt_a_secret_token"));
            var password = vault.Learn(SecretKind.Password, "correct horse battery");
            ledger.Made(Scenario, new Trace("password", "alice", "its password", password));
        });

        vault.Leaks(File.ReadAllText(LedgerFile.In(folder).Single())).Should().BeEmpty();
    }

    [Test]
    public void Goes_when_nothing_is_left()
    {
        using (var ledger = NewLedger())
            LogIn(ledger, Scenario, "alice");

        LedgerFile.In(folder).Should().BeEmpty();
    }

    [TearDown]
    public void Clear()
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    private Secret Token(string value) => vault.Learn(SecretKind.AccessToken, value);

    private CreationLedger NewLedger() => new(folder, "https://matrix.example", key, vault, TimeProvider.System);

    // As somebody reads it who comes after a run that was killed at this moment.
    private IReadOnlyList<Leftover> Left(Action<CreationLedger> run)
    {
        using var ledger = NewLedger();
        run(ledger);
        return LedgerFile.Read(LedgerFile.In(folder).Single()).Left;
    }

    private static void LogIn(CreationLedger ledger, string by, string account, params Secret[] tokens) =>
        ledger.Answered(ledger.Asks(by, "POST /login", account), by, account, tokens);
}
