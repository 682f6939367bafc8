using System.Text;
using System.Text.Json;
using Conformance.Record.Secrets;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Driving;

/// <summary>The last look at every artefact finds a secret in all the forms that it could have slipped in.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LeakTests
{
    private const string Value = "pä\"ss/w+rd 100%";

    private static readonly string[] Forms =
    [
        Value,
        Uri.EscapeDataString(Value),
        JsonSerializer.Serialize(Value),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Value)),
    ];

    [TestCaseSource(nameof(Forms))]
    public void Finds_a_secret_in_every_form(string form)
    {
        var vault = new SecretVault();
        vault.Learn(SecretKind.AccessToken, "another secret");
        var secret = vault.Learn(SecretKind.Password, Value);

        vault.Leaks($"before {form} after").Should().Equal(secret);
    }

    [Test]
    public void Finds_nothing_in_an_artefact_with_labels()
    {
        var vault = new SecretVault();
        var secret = vault.Learn(SecretKind.Password, Value);

        vault.Leaks($"before {secret} after {Value[..^1]}").Should().BeEmpty();
    }

    [Test]
    public void Passes_over_values_too_short_to_tell()
    {
        var vault = new SecretVault();
        vault.Learn(SecretKind.Password, "short");
        var longer = vault.Learn(SecretKind.Password, "longer");

        vault.Leaks("short longer").Should().Equal(longer);
    }

    [Test]
    public void Hides_in_texts_what_it_would_find_there()
    {
        var vault = new SecretVault();
        vault.Learn(SecretKind.Password, "longer");

        vault.Leaks(vault.Mask("short longer longer")).Should().BeEmpty();
    }
}
