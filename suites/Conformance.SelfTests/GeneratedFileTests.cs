using Conformance.Tool.Approving;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests;

/// <summary>What a test says whose file nobody brought up to date: a build server's log has to name the way out.</summary>
public sealed class GeneratedFileTests
{
    [Test, Category(GeneratedFiles.TextsCategory)]
    public void Names_the_command_that_brings_it_up_to_date()
    {
        Assume.That(
            Environment.GetEnvironmentVariable(GeneratedFiles.Variable), Is.Null.Or.Empty, "The command itself would write the file.");

        var failure = Assert.Throws<AssertionException>(
            () => GeneratedFile.ShouldHold("suites/Conformance.SelfTests/never.approved.txt", "text", "line 1"));

        failure.Message.Should().Be(
            "suites/Conformance.SelfTests/never.approved.txt is not up to date; run: "
            + "dotnet run --project reports/Conformance.Tool -- approve\nline 1");
    }

    [Test]
    public void Is_made_only_by_a_test_that_the_command_runs()
    {
        var failure = Assert.Throws<AssertionException>(() => GeneratedFile.ShouldHold("README.md", "text"));

        failure.Message.Should().Contain("Whoever makes README.md is in its category.");
    }
}
