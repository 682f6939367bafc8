using System.Text.Json.Nodes;
using Conformance.Record.Runs;
using Conformance.ReferenceServers;
using Conformance.ReferenceServers.Matrix.Options;
using Conformance.Reports;
using Conformance.Reports.Gating;
using Conformance.SelfTests.Programs;
using Conformance.SelfTests.WholeRuns;
using NUnit.Framework;

namespace Conformance.SelfTests.Reports.Formats.Validators;

/// <summary>The validators, and the reports for them as files: of the made-up run, and of a real one against a broken server.</summary>
[SetUpFixture]
public sealed class WrittenReports
{
    private const string Fault = "KeepsTokenAfterLogout";

    internal static NodeFolder Readers { get; } =
        new(RepositoryRoot.Combine("suites", "Conformance.SelfTests", "Reports", "Formats", "Validators"));

    /// <summary>The folder of the reports.</summary>
    internal static string Folder => Path.Combine(TestContext.CurrentContext.WorkDirectory, "validated-reports");

    /// <summary>The records that the reports are about.</summary>
    internal static IReadOnlyList<RunRecord> Reported { get; private set; } = [];

    [OneTimeSetUp]
    public async Task Write()
    {
        await Readers.Install("no independent reader can look at the reports");
        Reported = [SampleRun.Record, await RealRecord()];
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
        IReadOnlyList<JudgedRun> runs = [.. Reported.Select(record => JudgedRun.Of(record))];
        foreach (var file in ReportFormats.All.SelectMany(format => format.Write(runs)))
            WriteFile(file.Path, file.Text);
    }

    /// <summary>Writes a file beside the reports, and gives its full path.</summary>
    internal static string WriteFile(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A copy of a report in which something is broken.</summary>
    internal static string Broken(string name, Action<JsonNode> change)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!;
        change(document);
        return WriteFile($"broken-{name}", document.ToJsonString());
    }

    private static async Task<RunRecord> RealRecord()
    {
        await using var server = await ReferenceServer.Start(new MatrixServerOptions { Faults = [Fault] });
        using var run = SuiteRuns.Against(SuiteRuns.Slot(server, "broken"));
        await SuiteRunner.Run(run, "<filter><class re='1'>Logout</class></filter>");
        return SuiteRuns.RecordOf(run, "broken");
    }
}
