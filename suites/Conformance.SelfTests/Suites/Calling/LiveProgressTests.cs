using System.Diagnostics;
using Conformance.Fixtures.Cleaning;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.Programs;
using Conformance.SelfTests.Tool;
using Conformance.Tool;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Calling;

/// <summary>On a terminal, <c>conformance run</c> shows how far it is; elsewhere it writes lines.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class LiveProgressTests
{
    private const char Bar = '━';
    private const string ClearLine = "\e[2K";

    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    [Test]
    public async Task A_terminal_has_a_bar_until_the_end_and_all_that_is_written_beside_it()
    {
        var told = await RunOn(terminal: true, "Requirement=MTX-LOGOUT-02", "KeepsTokenAfterLogout");

        told.Should().Contain($"{Bar}").And.Contain(" staging").And.Contain("FAILED ");
        told[told.LastIndexOf(ClearLine, StringComparison.Ordinal)..].Should().NotContain($"{Bar}").And.Contain("Failed! Failed: ");
    }

    [Test]
    public async Task A_build_server_has_none() =>
        (await RunOn(terminal: false, "Requirement=MTX-WHOAMI-01"))
            .Should().NotContain($"{Bar}").And.NotContain("\e").And.Contain("Passed! ");

    // script (util-linux) runs a command on a terminal of its own.
    private static async Task<string> RunOn(bool terminal, string filter, params string[] faults)
    {
        if (terminal && !File.Exists("/usr/bin/script"))
            MissingProgram.GiveUp("script is not there, so no command can run on a terminal. Install it: apt-get install bsdutils.");

        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Faults = faults });
        using var folder = new ToolFolder();
        var target = folder.Save("staging.json", server.TargetFile("staging"));
        var command = $"dotnet '{typeof(ConformanceTool).Assembly.Location}' run '{target}' --filter '{filter}' "
            + $"--output '{folder.FullName}/out' 2>&1";
        var start = terminal
            ? new ProcessStartInfo("script", ["--quiet", "--command", command, "/dev/null"])
            : new ProcessStartInfo("bash", ["-c", command]);
        start.RedirectStandardInput = start.RedirectStandardOutput = true;
        start.Environment["TERM"] = "xterm";
        start.Environment["CI"] = terminal ? "" : "true";
        start.Environment["CONFORMANCE_REFERENCE_PASSWORD"] = ReferenceAccounts.Password;
        start.Environment["CONFORMANCE_REFERENCE_AS_TOKEN"] = ReferenceAccounts.Password;
        start.Environment[LedgerKey.Variable] = OwnLedgerKey.Value;
        using var process = Process.Start(start)!;
        try
        {
            var told = process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync().WaitAsync(Bound);
            return await told;
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
