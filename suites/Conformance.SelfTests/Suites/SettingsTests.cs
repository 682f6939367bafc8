using Conformance.Suites.Wiring;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites;

/// <summary>No setting that is mistyped, or set to nothing, makes a green run of something else.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SettingsTests
{
    private static readonly (string, string) Embedded = ("targets", "embedded");

    [TestCase("CONFORMANCE_TARGETS", "", "CONFORMANCE_TARGETS is set, but empty: give it a value, or unset it.")]
    [TestCase("CONFORMANCE_TARGETS", " ", "CONFORMANCE_TARGETS is set, but empty: give it a value, or unset it.")]
    [TestCase("CONFORMANCE_SEED", "", "CONFORMANCE_SEED is set, but empty*")]
    [TestCase("CONFORMANCE_OUTPUT", "", "CONFORMANCE_OUTPUT is set, but empty*")]
    [TestCase("CONFORMANCE_SEED", "one", "CONFORMANCE_SEED: give a whole number*")]
    [TestCase("CONFORMANCE_TARGET", "a.json", "CONFORMANCE_TARGET is read by nobody: unset it, or use CONFORMANCE_TARGETS.")]
    [TestCase("CONFORMANCE_OUT", "x", "CONFORMANCE_OUT is read by nobody: unset it, or use CONFORMANCE_OUTPUT.")]
    public void A_wrong_variable_is_an_error(string name, string value, string told) =>
        Problem([(name, value)], [Embedded]).Should().Match(told);

    [TestCase("true")]
    [TestCase("0")]
    public void Whether_a_run_is_dry_is_no_guess(string value) => Problem([("CONFORMANCE_DRY_RUN", value)], [Embedded])
        .Should().Be($"CONFORMANCE_DRY_RUN is '{value}': set it to 1 for a dry run, or unset it.");

    [TestCase("target", "The run parameter target is read by nobody: remove it, or use targets.*")]
    [TestCase("Targets", "The run parameter Targets is read by nobody: remove it, or use targets.*")]
    public void A_wrong_parameter_is_an_error(string name, string told) => Problem([], [(name, "embedded")]).Should().Match(told);

    [Test]
    public void Without_a_target_nothing_is_tested() =>
        Problem([], []).Should().StartWith("No target is named: set CONFORMANCE_TARGETS or the run parameter targets");

    [Test]
    public void Whoever_says_embedded_gets_the_embedded_servers() => Problem([], [Embedded]).Should().BeNull();

    [Test]
    public void Variables_of_other_programs_and_commands_are_nobodys_mistake() =>
        Problem([("CONFORMANCE_SIGNING_KEY", "key.pem"), ("PATH", "")], [Embedded]).Should().BeNull();

    [Test]
    public void Variables_that_a_target_file_refers_to_are_read()
    {
        var folder = Directory.CreateTempSubdirectory("conformance-");
        try
        {
            var file = Path.Combine(folder.FullName, "x.json");
            File.WriteAllText(
                file,
                """
                { "name": "x", "dialect": "matrix", "baseUrl": "http://127.0.0.1:1",
                  "accounts": [{ "user": "alice", "password": "${env:CONFORMANCE_ALICE}" }] }
                """);

            Problem([("CONFORMANCE_ALICE", "correct horse"), ("CONFORMANCE_TARGETS", file)], []).Should().BeNull();
            Problem([("CONFORMANCE_ALICE", "correct horse"), ("CONFORMANCE_BOB", "x"), ("CONFORMANCE_TARGETS", file)], [])
                .Should().StartWith("CONFORMANCE_BOB is read by nobody");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? Problem((string Name, string Value)[] environment, (string Name, string Value)[] parameters)
    {
        using var run = RunWiring.From(Named(environment), Named(parameters));
        return run.Problem;
    }

    private static Dictionary<string, string> Named((string Name, string Value)[] settings) =>
        settings.ToDictionary(setting => setting.Name, setting => setting.Value);
}
