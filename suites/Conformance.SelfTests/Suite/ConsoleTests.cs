using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using FluentAssertions;
using FluentAssertions.Execution;
using NUnit.Framework;

namespace Conformance.SelfTests.Suite;

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

    [Test]
    public async Task Bad_configuration_is_told_once_and_without_a_stack_trace()
    {
        using var run = DotnetTest.Start(targets: "no-such-file.json", filter: "Requirement=MTX-LOGOUT-02");

        var (exitCode, console) = await run.End();

        exitCode.Should().NotBe(0);
        console.Should().Contain("The configuration cannot be used:", Exactly.Once()).And.Contain("no-such-file.json: there is no file");
        console.Should().NotMatchRegex("(?m)^ +at Conformance");
    }

    [Test]
    public async Task A_dead_server_is_told_once_and_without_a_stack_trace()
    {
        var target = await WriteTarget("dead");

        using var run = DotnetTest.Start(targets: target);
        var (exitCode, console) = await run.End();

        exitCode.Should().NotBe(0);
        console.Should().Contain("no connection to 127.0.0.1", Exactly.Once()).And.Contain($"dead ({target})");
        var scenarios = SuiteRunner.CountScenarios(TargetDialect.Matrix);
        console.Should().MatchRegex($"Failed: +1, Passed: +0, Skipped: +{scenarios - 1}, Total: +{scenarios}");
        console.Should().NotMatchRegex("(?m)^ +at Conformance");
    }

    [Test]
    public async Task Three_targets_are_told_apart_and_the_broken_one_is_named()
    {
        await using var good = await ReferenceServer.Start(new ReferenceServerOptions { Dialect = Dialect.Matrix });
        await using var broken = await ReferenceServer.Start(new ReferenceServerOptions { Dialect = Dialect.Matrix, Fault = "KeepsDeviceListed" });
        await using var koyeb = await ReferenceServer.Start(new ReferenceServerOptions { Dialect = Dialect.Koyeb });

        using var run = DotnetTest.Start(targets: string.Join(';', await WriteTarget("good", good), await WriteTarget("broken", broken), await WriteTarget("koyeb", koyeb)));
        var (exitCode, console) = await run.End();

        using var scope = new AssertionScope();
        exitCode.Should().NotBe(0);
        console.Should().Contain("FAIL: MTX-LOGOUT-03 (must ★) on broken").And.NotContain("on good");
        console.Should().Contain("list of devices: expected without").And.Contain("--filter \"Requirement=MTX-LOGOUT-03&Name~Forgets_the_device_in_the_list\"");
        var (matrix, koyebToo) = (SuiteRunner.CountScenarios(TargetDialect.Matrix), SuiteRunner.CountScenarios(TargetDialect.Koyeb));
        console.Should().Contain($"good: {matrix} scenarios").And.Contain($"broken: {matrix} scenarios").And.Contain($"koyeb: {koyebToo} scenarios");
        console.Should().NotContain(ReferenceAccounts.Password);
    }

    private static async Task<string> WriteTarget(string name, ReferenceServer? server = null)
    {
        var text = server?.TargetFile(name);
        if (text is null)
        {
            await using var gone = await ReferenceServer.Start(new ReferenceServerOptions { Dialect = Dialect.Matrix });
            text = gone.TargetFile(name);
        }

        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{name}-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
