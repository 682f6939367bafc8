using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets;
using Conformance.Fixtures.Targets.Reading;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Koyeb.Options;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.SelfTests.Fixtures;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance init</c>: a target file that the suite takes, in the words of what the server answers.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class InitCommandTests
{
    private const string Nowhere = "http://127.0.0.1:1";

    [Test]
    public async Task Writes_a_file_that_a_run_takes()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions());
        await using var gateway = await LeftOut.Of("pushers").Before(server, Absence.Of("M_NOT_FOUND"));
        using var folder = new ToolFolder();
        var file = folder.PathTo("here.json");

        var call = await ToolCall.Of(
            "init", gateway.BaseUrl, "--dialect", "matrix", "--name", "here", "--user", "test-1", "--user", "test.1", "--out", file);

        call.Code.Should().Be(ExitCode.Success, call.Error);
        call.Output.Should().ContainAll("export HERE_TEST_1_PASSWORD=", "export HERE_TEST_1_2_PASSWORD=", $"conformance run {file}");
        var settings = Read(file);
        settings.Accounts.Select(account => (account.User, account.Password)).Should().Equal(
            ("test-1", "HERE_TEST_1_PASSWORD"), ("test.1", "HERE_TEST_1_2_PASSWORD"));
        settings.Permissions.Destructive.Should().BeFalse();
        settings.Permissions.Accounts.Should().Equal("test-1", "test.1");
        settings.Capabilities.Should().Contain("pushers", false).And.NotContainKey("sync");
        File.Exists(folder.PathTo("conformance.target.schema.json")).Should().BeTrue();
    }

    [TestCase("matrix", "alice")]
    [TestCase("koyeb", "alice@example.org")]
    public async Task Asks_nothing_where_it_is_not_to(string dialect, string user)
    {
        using var folder = new ToolFolder();
        var file = folder.PathTo("there.json");

        (await ToolCall.Of("init", Nowhere, "--dialect", dialect, "--user", user, "--out", file, "--offline")).Code
            .Should().Be(ExitCode.Success);

        Read(file).BaseUrl.Should().Be(Nowhere);
    }

    [Test]
    public async Task Writes_nothing_about_a_server_that_does_not_answer()
    {
        using var folder = new ToolFolder();
        var file = folder.PathTo("there.json");

        var call = await ToolCall.Of("init", Nowhere, "--dialect", "matrix", "--user", "alice", "--out", file);

        call.ShouldBeRefused(ExitCode.Inconclusive, "--offline");
        File.Exists(file).Should().BeFalse();
    }

    [Test]
    public async Task Asks_a_session_service_what_it_has()
    {
        await using var server = await ReferenceServer.Start(new KoyebServerOptions { ServesProfile = false });
        using var folder = new ToolFolder();
        var file = folder.PathTo("there.json");

        await ToolCall.Of("init", $"{server.BaseUrl}", "--dialect", "koyeb", "--user", "alice@example.org", "--out", file);

        Read(file).Capabilities.Should().Contain("profile", false);
    }

    [Test]
    public async Task Leaves_files_alone_that_are_there()
    {
        using var folder = new ToolFolder();
        var file = folder.Save("there.json", "mine");

        (await ToolCall.Of("init", Nowhere, "--dialect", "matrix", "--user", "alice", "--out", file, "--offline"))
            .ShouldBeRefused(ExitCode.BadUsage, "there is a file");

        (await File.ReadAllTextAsync(file)).Should().Be("mine");
    }

    [Test]
    public async Task Names_variables_that_a_shell_can_set()
    {
        using var folder = new ToolFolder();
        var file = folder.PathTo("9stage.json");

        var call = await ToolCall.Of(
            "init", Nowhere, "--dialect", "koyeb", "--user", "qa+1@example.org", "--name", "9stage", "--out", file, "--offline");

        call.Output.Should().Contain("export TARGET_9STAGE_QA_1_EXAMPLE_ORG_PASSWORD=");

        (await File.ReadAllTextAsync(file)).Should().Contain("\"qa+1@example.org\"");
    }

    [TestCase("ftp://example.org", "alice", "there", "baseUrl")]
    [TestCase(Nowhere, "alice", "Not A Name", "name")]
    [TestCase(Nowhere, "", "there", "accounts")]
    public async Task Says_what_no_target_file_can_be_made_of(string url, string user, string name, string key)
    {
        using var folder = new ToolFolder();
        var file = folder.PathTo("t.json");

        (await ToolCall.Of("init", url, "--dialect", "matrix", "--user", user, "--name", name, "--out", file, "--offline"))
            .ShouldBeRefused(ExitCode.BadUsage, key);
    }

    // Each password is the name of its variable.
    private static TargetSettings Read(string file)
    {
        var (settings, faults) = TargetFile.Parse(File.ReadAllText(file), file, name => name, KnownDialects.Defaults);
        faults.Should().BeEmpty();
        return settings!;
    }
}
