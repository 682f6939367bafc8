using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Conformance.Reports;
using Conformance.Reports.Formats;
using Conformance.SelfTests.Record.Text;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats;

/// <summary>Whatever a server says arrives in each format as text, shows there, and leaves the format valid.</summary>
public sealed partial class InertFormatsTests
{
    private static readonly string[] Json = [".json", ".sarif", ".har", ".jsonld"];

    private static IEnumerable<TestCaseData<string, string>> Cases =>
        from format in ReportFormats.All
        from kind in HostileTexts.All.Keys
        select new TestCaseData<string, string>(format.Name, kind).SetArgDisplayNames(format.Name, kind);

    private static IEnumerable<string> Kinds => HostileTexts.All.Keys;

    [TestCaseSource(nameof(Cases))]
    public void Show_what_a_server_says_and_stay_valid(string format, string kind)
    {
        var files = Write(format, kind);

        foreach (var file in files)
        {
            file.Text.ShouldBeVisible(file.Path);
            Read(file);
        }

        if (format != "badge")
            string.Concat(files.Select(file => file.Text)).Should().Contain(HostileTexts.Mark, "it is told");
    }

    [TestCaseSource(nameof(Kinds))]
    public void Have_no_link_and_no_placeholder_in_a_message_of_Sarif(string kind)
    {
        foreach (var text in Texts(JsonNode.Parse(Write("sarif", kind).Single().Text)!["runs"]![0]!))
        {
            text.Replace("{{", "", StringComparison.Ordinal).Replace("}}", "", StringComparison.Ordinal).Should().NotContainAny("{", "}");
            text.Should().NotMatchRegex(@"(?<!\\)\]\(");
        }
    }

    [TestCaseSource(nameof(Kinds))]
    public void Have_no_markup_in_Markdown_but_their_own(string kind)
    {
        var text = CodeSpan().Replace(Write("summary", kind).Single().Text, "");

        OwnMarkup().Replace(text, "").Should().NotMatchRegex(@"(?<!\\)[<`]").And.NotMatchRegex(@"(?<!\\)\]\(");
        text.Should().NotContain("@everyone");
        text.Split('\n').Where(line => line.StartsWith('|')).Should().OnlyContain(line => line.EndsWith('|'));
    }

    private static IReadOnlyList<ReportFile> Write(string format, string kind) =>
        Written.Files(format, PoisonedRun.Of(SampleRun.Record, HostileTexts.All[kind]));

    private static void Read(ReportFile file)
    {
        if (Json.Any(file.Path.EndsWith))
            JsonNode.Parse(file.Text).Should().NotBeNull();
        else if (file.Path.EndsWith(".xml", StringComparison.Ordinal) || file.Path.EndsWith(".svg", StringComparison.Ordinal))
            XDocument.Parse(file.Text).Root.Should().NotBeNull();
    }

    // Of messages, and of what rules say.
    private static IEnumerable<string> Texts(JsonNode run) =>
        new[] { run["results"], run["invocations"], run["tool"] }.SelectMany(part => TextMember().Matches(part!.ToJsonString()))
            .Select(match => (string)JsonNode.Parse(match.Groups["text"].Value)!);

    [GeneratedRegex("""(?<=(message|help|[a-z]+Description)":\{"text":)(?<text>"([^"\\]|\\.)*")""")]
    private static partial Regex TextMember();

    [GeneratedRegex(@"(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)")]
    private static partial Regex CodeSpan();

    [GeneratedRegex("</?details>|</?summary>|<!-- -->")]
    private static partial Regex OwnMarkup();
}
