using System.Diagnostics;
using System.Text.RegularExpressions;
using Conformance.Fixtures.Dialects;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.SelfTests.WholeRuns;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.ReferenceServers.CommandLine;

/// <summary>Reference servers as programs in terminals of their own, and the suite in another: one run for all of them.</summary>
public sealed partial class ReferenceProgramTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    private readonly List<(string Command, (int ExitCode, string Console) Result)> repeated = [];
    private int exitCode;
    private string console = "";
    private (int ExitCode, string Console) suggested;

    [OneTimeSetUp]
    public async Task Run_against_three_programs()
    {
        using var matrix = await Start("matrix", "--fault", "LogoutAllSparesAToken");
        using var broken = await Start("koyeb", "--fault", "KeepsBearerForRefresh");
        using var good = await Start("koyeb");
        using var run = DotnetTest.Start(targets: string.Join(';', matrix.TargetFile, broken.TargetFile, good.TargetFile));
        (exitCode, console) = await run.End();
        foreach (var command in RepeatLine().Matches(console).Select(match => match.Groups[1].Value).Distinct())
            repeated.Add((command, await Shell.Run(command)));

        suggested = await Shell.Run($"{good.Suggestion} --filter Requirement=KOY-LOGOUT-01");
    }

    [Test]
    public void What_repeats_a_failure_does_repeat_it()
    {
        repeated.Should().HaveCountGreaterThanOrEqualTo(2);
        foreach (var (command, (exit, told)) in repeated)
        {
            exit.Should().Be(1, command);
            told.Should().Contain(RequirementOf().Match(command).Value).And.MatchRegex("Failed: +[1-9]").And.NotContain("No test matches");
        }
    }

    [Test]
    public void What_the_program_suggests_tests_it()
    {
        suggested.ExitCode.Should().Be(0, suggested.Console);
        suggested.Console.Should().Contain("reference-koyeb: 1 scenarios");
    }

    [TestCase("FAIL: MTX-LOGOUTALL-02 (must ★) on reference-matrix-logout-all-spares-a-token", "Requirement=MTX-LOGOUTALL-02&Name~")]
    [TestCase(
        "FAIL: KOY-LOGOUT-04 (SHOULD INFERRED (strong)) on reference-koyeb-keeps-bearer-for-refresh", "Requirement=KOY-LOGOUT-04&Name~")]
    public void A_fault_is_named_with_the_filter_that_repeats_it(string heading, string filter) =>
        console.Should().Contain(heading).And.Contain($"--filter \"{filter}");

    [Test]
    public void Targets_are_told_apart_and_only_the_broken_ones_are_named()
    {
        var (matrix, koyeb) = (SuiteRunner.CountScenarios(KnownDialects.Matrix), SuiteRunner.CountScenarios(KnownDialects.Koyeb));

        using var scope = new AssertionScope();
        exitCode.Should().NotBe(0);
        console.Should().Contain($"reference-matrix-logout-all-spares-a-token: {matrix} scenarios")
            .And.Contain($"reference-koyeb-keeps-bearer-for-refresh: {koyeb} scenarios")
            .And.Contain($"reference-koyeb: {koyeb} scenarios");
        console
            .Should()
            .Contain("conformant to koyeb-s21 version 3: reference-koyeb: ").And.NotMatchRegex("FAIL: .* on reference-koyeb\\r?\\n");
        console.Should().NotContain(ReferenceAccounts.Password);
    }

    private static async Task<RunningProgram> Start(string dialect, params string[] arguments)
    {
        var target = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"somebody's program {Guid.NewGuid():N}.json");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(ReferenceServer).Assembly.Location, dialect, "--write-target", target, .. arguments])
            start.ArgumentList.Add(argument);

        var process = Process.Start(start)!;
        // It says where it listens, then how to use the target file that it has written.
        (await process.StandardOutput.ReadLineAsync().WaitAsync(Bound)).Should().StartWith("http://127.0.0.1:");
        return new RunningProgram(process, target, (await process.StandardOutput.ReadLineAsync().WaitAsync(Bound))!);
    }

    [GeneratedRegex(@"^\s*Repeat: (.+)$", RegexOptions.Multiline)]
    private static partial Regex RepeatLine();

    [GeneratedRegex("(MTX|KOY)-[A-Z]+-[0-9]+")]
    private static partial Regex RequirementOf();

    private sealed record RunningProgram(Process Process, string TargetFile, string Suggestion) : IDisposable
    {
        public void Dispose()
        {
            Process.Kill();
            Process.Dispose();
        }
    }
}
