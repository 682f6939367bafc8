using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Accounts;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.SelfTests.Suites.Packaged;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Suites.Calling;

/// <summary>The packed tool tests and certifies a server from an empty folder, without the sources.</summary>
public sealed class PackedToolTests
{
    private const string Script = """
        dotnet tool install conformance --prerelease --tool-path tools
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
        dotnet tool exec conformance --yes --prerelease -- show KOY-LOGOUT-01
        """;

    [Test]
    public async Task Is_installed_and_does_all_that_a_vendor_does()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions());
        using var folder = await VendorFolder.Create();

        var (code, console) = await folder.Run(
            Script,
            new Dictionary<string, string>
            {
                ["SERVER"] = $"{server.BaseUrl}",
                ["ALICE"] = server.Accounts[0].Name,
                ["BOB"] = server.Accounts[1].Name,
                ["PASSWORD"] = ReferenceAccounts.Password,
            });

        code.Should().Be(0, console);
        console.Should().Contain("conformant to koyeb-logout").And.Contain("KOY-LOGOUT-01").And.NotContain(ReferenceAccounts.Password);
    }

    [Test]
    public async Task Of_the_reference_servers_serves_and_says_how_to_test_them()
    {
        using var folder = await VendorFolder.Create();

        var (code, console) = await folder.Run(
            """
            dotnet tool install Conformance.ReferenceServers.Tool --prerelease --tool-path tools
            PATH="$PWD/tools:$PATH"
            conformance-reference koyeb --fault KeepsBearerAfterLogout --write-target target.json > served &
            timeout 60 bash -c 'until grep -q conformance served; do sleep 0.1; done'
            kill -s TERM $!
            wait $!
            cat served
            """,
            new Dictionary<string, string>());

        code.Should().Be(0, console);
        console.Should().Contain("http://127.0.0.1:").And.Contain("conformance run '");
        File.Exists(folder.PathTo("target.json")).Should().BeTrue();
    }
}
