using System.Diagnostics;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.SelfTests.Tool;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Calling;

/// <summary>The packed tool tests and certifies a server from an empty folder, without the sources.</summary>
public sealed class PackedToolTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(3);

    // The tests have built it already, as these are built.
    private const string Script = """
        set -euo pipefail
        dotnet pack "$TOOL" --no-build --configuration "$CONFIGURATION" --output packages
        dotnet tool install conformance --tool-path tools --source "$PWD/packages"
        PATH="$PWD/tools:$PATH"
        conformance init "$SERVER" --dialect koyeb --user "$ALICE" --user "$BOB"
        export STAGING_ALICE_EXAMPLE_INVALID_PASSWORD="$PASSWORD" STAGING_BOB_EXAMPLE_INVALID_PASSWORD="$PASSWORD"
        # Who starts a program in another folder may leave PWD behind.
        mkdir left-behind && echo 'another server' > left-behind/staging.json
        env PWD="$PWD/left-behind" conformance run staging.json --run-id packed
        conformance gate conformance-out/staging/run.json --profile koyeb-logout --run-id packed
        openssl ecparam -name prime256v1 -genkey -noout -out key.pem
        openssl ec -in key.pem -pubout -out key.pub.pem
        conformance bundle conformance-out/staging/run.json --key key.pem --out evidence.zip
        conformance verify evidence.zip --key key.pub.pem
        dotnet tool exec conformance --yes --source "$PWD/packages" -- show KOY-LOGOUT-01
        """;

    [Test]
    public async Task Is_installed_and_does_all_that_a_vendor_does()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var folder = new ToolFolder();
        var start = new ProcessStartInfo("bash", ["-c", Script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["TOOL"] = RepositoryRoot.Combine("reports", "Conformance.Tool");
        start.Environment["CONFIGURATION"] = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        start.Environment["SERVER"] = $"{server.BaseUrl}";
        start.Environment["ALICE"] = server.Accounts[0].Name;
        start.Environment["BOB"] = server.Accounts[1].Name;
        start.Environment["PASSWORD"] = ReferenceAccounts.Password;

        using var process = Process.Start(start)!;
        var told = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).WaitAsync(Bound);
        await process.WaitForExitAsync();

        process.ExitCode.Should().Be(0, string.Concat(told));
        told[0].Should().Contain("conformant to koyeb-logout").And.Contain("KOY-LOGOUT-01").And.NotContain(ReferenceAccounts.Password);
    }
}
