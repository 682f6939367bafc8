using System.Text.Json;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Records;
using Conformance.SelfTests.Reports;
using Conformance.Tool;
using Conformance.Tool.CommandLine;
using FluentAssertions;

namespace Conformance.SelfTests.Tool;

/// <summary>A folder for one test of the command line, and calls of it in process.</summary>
internal sealed class ToolFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("conformance-tool-");

    public string FullName => folder.FullName;

    public string PathTo(string name) => Path.Combine(FullName, name);

    /// <summary>Writes a file and gives its path.</summary>
    public string Save(string name, string text)
    {
        var path = PathTo(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Save(string name, RunRecord record) => Save(name, RunRecordJson.Write(record));

    public string Save(string name, params JournalEntry[] journal) =>
        Save(name, string.Concat(journal.Select(entry => JsonSerializer.Serialize(entry, JournalFormat.Line) + "\n")));

    public void Dispose() => folder.Delete(recursive: true);
}

/// <summary>What a call of the command line came to.</summary>
internal sealed record ToolCall(ExitCode Code, string Output, string Error)
{
    /// <summary>A call on the day of the made-up runs.</summary>
    public static Task<ToolCall> Of(params string[] args) => At(Journals.Noon.AddHours(1), args);

    /// <summary>A call at some time.</summary>
    public static async Task<ToolCall> At(DateTimeOffset now, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await ConformanceTool.Run(args, output, error, new StandingTime(now));
        return new ToolCall((ExitCode)code, output.ToString(), error.ToString());
    }

    public void ShouldBeOneSentence(ExitCode expected)
    {
        Code.Should().Be(expected, Error);
        Error.TrimEnd().Should().StartWith("conformance: ").And.NotContain("\n").And.NotContain("   at ");
        Output.Should().BeEmpty();
    }

    /// <summary>Says in one sentence what is wrong, and shows nothing of a key.</summary>
    public void ShouldBeRefused(ExitCode expected, string problem)
    {
        ShouldBeOneSentence(expected);
        Error.Should().Contain(problem).And.NotContain("-----");
    }

    /// <summary>Says what to change, in one sentence below whatever else was written.</summary>
    public void ShouldFail(params string[] parts)
    {
        Code.Should().Be(ExitCode.BadUsage, Error);
        Error.TrimEnd().Should().StartWith("conformance: ").And.NotContain("\n").And.NotContain("   at ").And.ContainAll(parts);
    }

    /// <summary>The output, if all went well and every line fits a terminal.</summary>
    public string Text(ExitCode expected = ExitCode.Success)
    {
        (Code, Error).Should().Be((expected, ""));
        Output.Split('\n').Should().OnlyContain(line => line.Length <= 80 && line == line.TrimEnd());
        return Output;
    }
}

/// <summary>A clock that shows one time.</summary>
internal sealed class StandingTime(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
