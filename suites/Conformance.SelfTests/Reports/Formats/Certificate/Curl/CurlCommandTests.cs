using System.Diagnostics;
using Conformance.Record.Exchanges;
using Conformance.Reports.Formats.Certificate.Curl;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Certificate.Curl;

/// <summary>The commands that repeat a request, as bash reads them.</summary>
[TestFixture]
public sealed class CurlCommandTests
{
    private const string Url = "https://hs.example/_matrix/client/v3/login";
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    [Test]
    public async Task Gives_curl_exactly_what_was_sent()
    {
        var body = HostileRun.Text.Replace("\0", "", StringComparison.Ordinal).Replace("\uD800", "", StringComparison.Ordinal)
            + "\nnext 7\t";
        var request = new RecordedRequest("POST", Url, [new("Content-Type", "application/json"), new("X-Odd", "it's @\"$(id)\"")], body);

        var arguments = await Arguments(CurlCommand.Of(request));

        arguments.Should().Equal(
            "-i",
            "-X",
            "POST",
            Url,
            "--http1.1",
            "-H",
            "Content-Type: application/json",
            "-H",
            "X-Odd: it's @\"$(id)\"",
            "--data-raw",
            body);
    }

    [Test]
    public async Task Has_variables_in_the_place_of_secrets()
    {
        var request = new RecordedRequest(
            "POST", Url, [new("Authorization", "Bearer <access-token#17>")], "{\"password\":\"<password#1>\"}");

        var arguments = await Arguments($"ACCESS_TOKEN_17='a b' PASSWORD_1=\"it's\"\n{CurlCommand.Of(request)}");

        arguments.Should().Contain("Authorization: Bearer a b").And.Contain("{\"password\":\"it's\"}");
    }

    [Test]
    public async Task Keeps_curl_from_adding_and_tidying()
    {
        var request = new RecordedRequest("PUT", "http://hs.example/a/../{b}", [new("Content-Length", "0"), new("X-Empty", "")]);

        var arguments = await Arguments(CurlCommand.Of(request));

        arguments.Should().Equal(
            "-i",
            "-X",
            "PUT",
            "http://hs.example/a/../{b}",
            "--path-as-is",
            "--globoff",
            "-H",
            "X-Empty;",
            "-H",
            "Content-Type:",
            "--data-raw",
            "");
    }

    [TestCaseSource(nameof(Unrepeatable))]
    public void Says_why_no_command_repeats(RecordedRequest request, string why) => CurlCommand.WhyNot(request).Should().Contain(why);

    [Test]
    public void Repeats_all_else() => CurlCommand.WhyNot(new("GET", Url, [])).Should().BeNull();

    private static IEnumerable<TestCaseData> Unrepeatable()
    {
        yield return new TestCaseData(new RecordedRequest("GET", Url, []) { BreaksHttp = true }, "breaks HTTP").SetArgDisplayNames(
            "broken HTTP");
        yield return new TestCaseData(new RecordedRequest("POST", Url, [], "{") { CutFrom = 9000 }, "too long").SetArgDisplayNames(
            "a body cut off");
        yield return new TestCaseData(new RecordedRequest("POST", Url, [], "\uFFFD", IsUtf8: false), "not UTF-8").SetArgDisplayNames(
            "bytes");
        yield return new TestCaseData(new RecordedRequest("POST", Url, [], "\0"), "no argument").SetArgDisplayNames("NUL");
        yield return new TestCaseData(new RecordedRequest("GET", Url, [new("X", "a\nb")]), "no argument").SetArgDisplayNames(
            "a line break in a header");
    }

    // A function in the place of curl tells what it was given.
    private static async Task<string[]> Arguments(string command)
    {
        var start = new ProcessStartInfo("bash", ["--norc", "-s"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync($"set -eu\ncurl() {{ printf '%s\\0' \"$@\"; }}\n{command}\n");
        bash.StandardInput.Close();
        var output = await bash.StandardOutput.ReadToEndAsync().WaitAsync(Bound);
        (await bash.StandardError.ReadToEndAsync().WaitAsync(Bound)).Should().BeEmpty();
        return output.Split('\0')[..^1];
    }
}
