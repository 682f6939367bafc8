using Conformance.Record.Runs;
using Conformance.SelfTests.Reports;

namespace Conformance.SelfTests.Tool;

/// <summary>A folder with a recorded run, its journal, and the bundle that is packed from both.</summary>
internal sealed class BundleFolder : IDisposable
{
    private readonly ToolFolder folder = new();

    private BundleFolder()
    {
    }

    /// <summary>Where the bundle gets packed.</summary>
    public string Evidence => PathTo("evidence.zip");

    public static async Task<BundleFolder> OfRecordedRun()
    {
        var folder = new BundleFolder();
        folder.Save("run.json", await RecordedRun.Record());
        await File.WriteAllBytesAsync(folder.PathTo("journal.jsonl"), PackedRun.Lines(await RecordedRun.Journal));
        return folder;
    }

    public string PathTo(string name) => folder.PathTo(name);

    public string Save(string name, string text) => folder.Save(name, text);

    public string Save(string name, RunRecord record) => folder.Save(name, record);

    /// <summary>Calls <c>conformance bundle</c>.</summary>
    public Task<ToolCall> Pack(params string[] args) => ToolCall.Of(["bundle", PathTo("run.json"), "--out", Evidence, .. args]);

    public void Dispose() => folder.Dispose();
}
