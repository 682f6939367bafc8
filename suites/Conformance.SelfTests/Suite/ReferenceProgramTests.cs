using System.Diagnostics;
using Conformance.Fixtures.Targets;
using Conformance.ReferenceServers;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suite;

/// <summary>The reference server as a program in one terminal, the suite in another.</summary>
public sealed class ReferenceProgramTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    [TestCase("matrix", "LogoutAllSparesAToken", "FAIL: MTX-LOGOUTALL-02 (must ★) on reference-matrix-logout-all-spares-a-token")]
    [TestCase("koyeb", "KeepsBearerForRefresh", "FAIL: KOY-LOGOUT-04 (SHOULD INFERRED (strong)) on reference-koyeb-keeps-bearer-for-refresh")]
    public async Task A_fault_is_named_on_the_console(string dialect, string fault, string heading)
    {
        using var program = await Start(dialect, "--fault", fault);

        using var run = DotnetTest.Start(program.TargetFile);
        var (exitCode, console) = await run.End();

        exitCode.Should().NotBe(0);
        console.Should().Contain(heading);
    }

    [Test]
    public async Task A_correct_server_is_green_through_its_target_file()
    {
        using var program = await Start("koyeb");

        using var run = DotnetTest.Start(program.TargetFile);
        var (exitCode, console) = await run.End();

        exitCode.Should().Be(0, console);
        console.Should().Contain($"reference-koyeb: {SuiteRunner.CountScenarios(TargetDialect.Koyeb)} scenarios");
    }

    private static async Task<RunningProgram> Start(string dialect, params string[] arguments)
    {
        var target = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"program-{Guid.NewGuid():N}.json");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        foreach (var argument in (string[])[typeof(ReferenceServer).Assembly.Location, dialect, "--write-target", target, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        // It says where it listens, then how to use the target file that it has written.
        (await process.StandardOutput.ReadLineAsync().WaitAsync(Bound)).Should().StartWith("http://127.0.0.1:");
        await process.StandardOutput.ReadLineAsync().WaitAsync(Bound);
        return new RunningProgram(process, target);
    }

    private sealed record RunningProgram(Process Process, string TargetFile) : IDisposable
    {
        public void Dispose()
        {
            Process.Kill();
            Process.Dispose();
        }
    }
}
