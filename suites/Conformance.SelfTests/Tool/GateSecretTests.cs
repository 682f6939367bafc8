using System.Text;
using System.Text.Json.Nodes;
using Conformance.Record.Verdicts;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;
using static Conformance.SelfTests.Reports.GatedRuns;

namespace Conformance.SelfTests.Tool;

/// <summary><c>conformance gate --secret-env</c>: looks for what must stand nowhere.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GateSecretTests : IDisposable
{
    private const string Secret = "pa55/word?+with~tricks";

    private readonly ToolFolder folder = new();
    private readonly string variable = $"CONFORMANCE_TEST_{Guid.NewGuid():N}";

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(variable, null);
        folder.Dispose();
    }

    [Test]
    public async Task Explains_that_short_secrets_are_refused() =>
        System.Text.RegularExpressions.Regex
            .Replace((await ToolCall.Of("gate", "--help")).Output, @"\s+", " ")
            .Should()
            .Contain("fewer than six characters are refused");

    [TestCase("{0}", "plain")]
    [TestCase("{1}", "URL")]
    [TestCase("{2}", "base64")]
    [TestCase("{3}", "base64url")]
    [TestCase("{4}", "JSON")]
    public async Task Finds_a_secret_beside_the_run_and_never_tells_it(string format, string form)
    {
        Environment.SetEnvironmentVariable(variable, Secret);
        var run = folder.Save("reports/run.json", Run(Verdict.Fail));
        var bytes = Encoding.UTF8.GetBytes(Secret);
        var text = string.Format(
            null,
            format,
            Secret,
            Uri.EscapeDataString(Secret),
            Convert.ToBase64String(bytes),
            System.Buffers.Text.Base64Url.EncodeToString(bytes),
            Secret.Replace("+", "\\u002B", StringComparison.Ordinal));
        folder.Save("reports/nested/page.html", $"<p>{text}</p>");

        var call = await ToolCall.Of("gate", run, "--profile", Profile, "--secret-env", variable);

        call.Code.Should().Be(ExitCode.SecretFound, form);
        call.Output.Should().Contain("page.html").And.Contain(variable).And.NotContain("tricks").And.NotContain(text);
        call.Output.TrimEnd().Should().NotContain("\n");
        var told = JsonNode.Parse(
            (await ToolCall.Of("gate", run, "--profile", Profile, "--secret-env", variable, "--json")).Output)!;
        told["exitCode"]!.GetValue<int>().Should().Be((int)ExitCode.SecretFound);
        told["runs"]!.AsArray().Should().BeEmpty();
    }

    [Test]
    public async Task Is_content_where_no_secret_is_found()
    {
        Environment.SetEnvironmentVariable(variable, Secret);

        (await ToolCall.Of(
            "gate",
            folder.Save("run.json", Run(Verdict.Pass)),
            "--profile",
            Profile,
            "--secret-env",
            variable)).Text();
    }

    [TestCase(null, "not set")]
    [TestCase("short", "fewer than 6 characters")]
    public async Task Refuses_to_look_for_what_cannot_be_found(string? value, string reason)
    {
        Environment.SetEnvironmentVariable(variable, value);
        var call = await ToolCall.Of("gate", folder.Save("run.json", Run(Verdict.Pass)), "--secret-env", variable);

        call.ShouldBeOneSentence(ExitCode.BadUsage);
        call.Error.Should().Contain(variable).And.Contain(reason);
    }
}
