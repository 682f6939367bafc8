using Conformance.Fixtures.Dialects;
using Conformance.Fixtures.Targets.Reading;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Record.Waivers;
using Conformance.SelfTests.Reports;

namespace Conformance.SelfTests.Tool.Waiving;

/// <summary>A folder with a target file and the record of a run against its server, and calls that waive what the run has found.</summary>
internal sealed class StagingFolder : IDisposable
{
    public const string Violated = "MTX-LOGOUT-06";
    public const string Day = "2025-06-30";

    public const string TargetText =
        """
        // Our staging server.
        {
          "name": "staging", "dialect": "matrix",
          "baseUrl": "https://hs.example", // behind nginx
          "accounts": [{ "user": "alice", "password": "${env:NOBODY_HAS_SET_THIS}" }],
        }
        """;

    private readonly ToolFolder folder = new();

    public string FullName => folder.FullName;

    public string PathTo(string name) => folder.PathTo(name);

    public string SaveTarget(string text = TargetText) => folder.Save("staging.json", text);

    public string SaveRun(RunRecord run) => folder.Save("run.json", run);

    /// <summary>A run in which all is well but <see cref="Violated"/>.</summary>
    public string SaveRun(Verdict verdict) => SaveRun(GatedRuns.Run(verdict));

    public static Task<ToolCall> Waive(
        string run,
        string? target,
        string id = Violated,
        string expires = Day,
        string reason = "Known.",
        string link = "https://issues.example/17") => ToolCall.Of(
        [
            "waive", run, id, "--reason", reason, "--expires", expires, "--link", link, "--owner", "session team",
            .. target is null ? Array.Empty<string>() : ["--file", target],
        ]);

    public static IReadOnlyList<Waiver> WaiversIn(string target) =>
        TargetFile.Parse(File.ReadAllText(target), target, _ => "secret", KnownDialects.Defaults).Target!.Waivers;

    public void Dispose() => folder.Dispose();
}
