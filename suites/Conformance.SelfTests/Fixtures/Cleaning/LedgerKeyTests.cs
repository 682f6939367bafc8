using System.Security.Cryptography;
using Conformance.Fixtures.Cleaning;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Fixtures.Cleaning;

/// <summary>What the ledger keeps of secrets, only its key opens.</summary>
public sealed class LedgerKeyTests
{
    private const string Token = "syt_a_token";

    [Test]
    public void Opens_what_it_has_sealed()
    {
        var key = Of(NewKey());

        var text = key.Seal(Token);

        text.Should().NotContain(Token);
        key.Seal(Token).Should().NotBe(text, "two of the same must not look alike");
        key.Open(text).Should().Be(Token);
    }

    [Test]
    public void Opens_nothing_that_another_has_sealed() =>
        Of(NewKey()).Invoking(key => key.Open(Of(NewKey()).Seal(Token)))
            .Should().Throw<LedgerKeyException>().WithMessage("*another key*CONFORMANCE_LEDGER_KEY*");

    [TestCase("")]
    [TestCase("no base64!")]
    [TestCase("dG9vIHNob3J0")]
    public void Is_refused_when_it_is_none(string variable) =>
        FluentActions.Invoking(() => Of(variable))
            .Should().Throw<LedgerKeyException>().WithMessage("CONFORMANCE_LEDGER_KEY holds no key*openssl*");

    [Test]
    public void Is_made_once_in_a_file_that_only_its_user_can_read()
    {
        var file = NewFile();

        var text = LedgerKey.Of(null, file).Seal(Token);

        LedgerKey.Of(null, file).Open(text).Should().Be(Token);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Test]
    public void Is_one_for_runs_that_begin_at_once()
    {
        var file = NewFile();
        var keys = new LedgerKey[8];

        Parallel.For(0, keys.Length, i => keys[i] = LedgerKey.Of(null, file));

        var text = keys[0].Seal(Token);
        keys.Should().OnlyContain(key => key.Open(text) == Token);
        Directory.EnumerateFiles(Path.GetDirectoryName(file)!).Should().Equal(file);
    }

    [Test]
    public void Says_what_to_do_where_no_file_can_be_made() =>
        FluentActions.Invoking(() => LedgerKey.Of(null, Path.Combine("/dev/null", "ledger.key")))
            .Should().Throw<LedgerKeyException>().WithMessage("*set CONFORMANCE_LEDGER_KEY*");

    private static LedgerKey Of(string variable) => LedgerKey.Of(variable, "nowhere");

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));

    private static string NewFile() =>
        Path.Combine(TestContext.CurrentContext.WorkDirectory, $"key-{Guid.NewGuid():N}", "ledger.key");
}
