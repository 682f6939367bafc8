using Conformance.Fixtures.Dialects;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.WholeRuns;

/// <summary>What <c>dotnet test</c> shows to the person who started it.</summary>
public sealed class ConsoleTests
{
    [Test]
    public async Task A_filter_by_requirement_runs_that_row_alone()
    {
        using var run = DotnetTest.Start(filter: "Requirement=KOY-LOGOUT-01");

        var (exitCode, console) = await run.End();

        exitCode.Should().Be(0, console);
        console.Should().Contain("reference-koyeb: 1 scenarios").And.NotContain("reference-matrix");
    }

    [Test]
    public async Task A_filter_that_matches_nothing_ends_non_zero()
    {
        using var run = DotnetTest.Start(filter: "Requirement=MTX-LOGUOT-02");

        var (exitCode, console) = await run.End();

        exitCode.Should().NotBe(0);
        console.Should().Contain("No test matches");
    }

    [TestCase(@"Name~Kills\(the", "1 opening and 0 closing")]
    [TestCase("Name~Kills(the", "1 opening and 0 closing")]
    [TestCase("Requirement=MTX-LOGOUT-02)", "0 opening and 1 closing")]
    public async Task A_filter_with_half_a_pair_of_parentheses_ends_before_anything_reads_it(string filter, string told)
    {
        using var run = DotnetTest.Start(filter: filter, project: "suites/Conformance.Suites", arguments: "--no-build");

        var (exitCode, console) = await run.End();

        exitCode.Should().Be(1);
        console.Should().Contain($"error : The filter {filter} has {told} parentheses: balance them");
        console.Should().NotContain("Test run for").And.NotContain("   at ");
    }

    [Test]
    public async Task A_filter_with_whole_pairs_selects_tests()
    {
        using var run = DotnetTest.Start(
            filter: "(Requirement=KOY-LOGOUT-01|Requirement=MTX-NONE)", project: "suites/Conformance.Suites", arguments: "--no-build");

        (await run.End()).ExitCode.Should().Be(0);
    }

    [Test]
    public async Task Bad_configuration_is_told_once_and_without_a_stack_trace()
    {
        using var run = DotnetTest.Start(targets: "no-such-file.json", filter: "Requirement=MTX-LOGOUT-02");

        var (exitCode, console) = await run.End();

        exitCode.Should().NotBe(0);
        // By a test, and again in the last lines.
        console.Should().Contain("The configuration cannot be used:", Exactly.Twice()).And.Contain("no-such-file.json: there is no file");
        console.Should().NotMatchRegex("(?m)^ +at Conformance");
    }

    [TestCase("Name~device_keys")]
    [TestCase("FullyQualifiedName~LogoutAllTests")]
    [TestCase("Requirement=MTX-LOGOUT-02&Name~Kills_the_token")]
    public async Task Bad_configuration_is_told_whatever_a_filter_selects(string filter)
    {
        using var run = DotnetTest.Start(targets: "no-such-file.json", filter: filter);

        var (exitCode, console) = await run.End();

        exitCode.Should().Be(1);
        console.Should().Contain("The configuration cannot be used:", Exactly.Twice()).And.NotContain("No test matches");
        console.Should().MatchRegex("Failed: +1, Passed: +0");
    }

    [Test]
    public async Task A_dead_server_is_told_once_and_without_a_stack_trace()
    {
        var target = await WriteDeadTarget("dead");

        using var run = DotnetTest.Start(targets: target);
        var (exitCode, console) = await run.End();

        exitCode.Should().NotBe(0);
        // By the test of the run, and again in the last lines.
        console.Should().Contain("no connection to 127.0.0.1", Exactly.Twice()).And.Contain($"dead ({target})");
        var scenarios = SuiteRunner.CountScenarios(KnownDialects.Matrix);
        console.Should().MatchRegex($"Failed: +1, Passed: +0, Skipped: +{scenarios}, Total: +{scenarios + 1}");
        console.Should().Contain("Failed Conformance.Suites.RunTests(dead)");
        console.Should().NotMatchRegex("(?m)^ +at Conformance");
    }

    // The server has gone when the file is used.
    private static async Task<string> WriteDeadTarget(string name)
    {
        await using var gone = await ReferenceServer.Start(new MatrixServerOptions());
        var text = gone.TargetFile(name);
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{name}-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
