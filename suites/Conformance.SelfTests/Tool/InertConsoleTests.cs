using System.Text;
using Conformance.SelfTests.Record.Text;
using Conformance.SelfTests.Reports;
using Conformance.Tool.CommandLine;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Tool;

/// <summary>What a server has said is text on the console of each command, and for a program that reads it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class InertConsoleTests : IDisposable
{
    private static readonly string[] Commands =
    [
        "gate RUN --verbose --all", "gate RUN --json", "show MTX-LOGOUT-02 RUN", "show MTX-LOGOUT-02 RUN --json", "diff SAMPLE RUN",
        "diff SAMPLE RUN --json", "diff SAMPLE RUN --markdown", "diff RUN SAMPLE", "list scenarios RUN", "list requirements RUN --json",
        "merge RUN --out OUT", "fold JOURNAL --out OUT", "report JOURNAL --format summary", "gate BROKEN", "verify BROKEN",
        "bundle RUN --journal JOURNAL --out OUT",
    ];

    private readonly ToolFolder folder = new();

    private static IEnumerable<TestCaseData<string, string>> Cases =>
        from command in Commands
        from kind in HostileTexts.All.Keys
        select new TestCaseData<string, string>(command, kind).SetArgDisplayNames(command, kind);

    public void Dispose() => folder.Dispose();

    [TestCaseSource(nameof(Cases))]
    public async Task Show_what_a_server_says_and_nothing_obeys_it(string command, string kind)
    {
        var text = HostileTexts.All[kind];
        var journal = PoisonedRun.JournalOf(SampleRun.Record, text);
        var paths = new Dictionary<string, string>
        {
            ["RUN"] = folder.Save("run.json", PoisonedRun.Of(SampleRun.Record, text)),
            ["SAMPLE"] = folder.Save("sample.json", SampleRun.Record),
            ["JOURNAL"] = folder.Save("journal.jsonl", [.. journal]),
            ["BROKEN"] = folder.Save("broken.json", $$"""{"formatVersion": 1, "{{InFile(text).Replace('"', '\'')}}": 1}"""),
            ["OUT"] = folder.PathTo("out.json"),
        };

        var call = await ToolCall.Of([.. command.Split(' ').Select(word => paths.GetValueOrDefault(word, word))]);

        call.Code.Should().NotBe(ExitCode.BadUsage, call.Error);
        call.Output.ShouldBeInert(command);
        call.Error.ShouldBeInert(command);
    }

    // No file holds half of a pair.
    private static string InFile(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    [TestCase("show MTX-LOGOUT-02 RUN")]
    [TestCase("diff SAMPLE RUN")]
    public async Task Tell_it_all_the_same(string command)
    {
        var paths = new Dictionary<string, string>
        {
            ["RUN"] = folder.Save("run.json", PoisonedRun.Of(SampleRun.Record, HostileTexts.All["colour"])),
            ["SAMPLE"] = folder.Save("sample.json", SampleRun.Record),
        };

        var call = await ToolCall.Of([.. command.Split(' ').Select(word => paths.GetValueOrDefault(word, word))]);

        call.Output.Should().Contain(@"\u001b[31m" + HostileTexts.Mark);
    }
}
