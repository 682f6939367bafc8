using Conformance.Reports;

namespace Conformance.Suites.Wiring;

/// <summary>
/// The folders that a run writes to. One run at a time has each, and what an earlier run left there is gone before the run
/// begins: whoever looks after a run that was killed, or never began, must not find the record of the run before.
/// </summary>
internal static class OutputFolders
{
    private const string Journal = "journal.jsonl";

    /// <summary>Takes the folders of a run's targets, once; a target whose folder cannot be had has that as its problem.</summary>
    public static void Claim(ConformanceRun run)
    {
        if (run.OutputFolder is not { } output)
            return;

        foreach (var slot in run.Slots.Where(slot => slot is { Hold: null, Problem: null }))
        {
            try
            {
                slot.Hold = Claim(output, slot.Name, run.Caller);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                slot.Problem = $"{slot.Name} cannot be tested: {e.Message}";
            }
        }
    }

    /// <summary>Lets other runs have the folders.</summary>
    public static void Release(ConformanceRun run)
    {
        foreach (var slot in run.Slots)
            slot.Hold?.Dispose();
    }

    /// <summary>Takes one folder and removes what an earlier run left in it; other files stay.</summary>
    /// <returns>Holds the folder until it is disposed.</returns>
    /// <exception cref="IOException">Another run has it, it is a link, or it cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public static IDisposable Claim(string output, string name, CallerWords caller)
    {
        var folder = new DirectoryInfo(Path.Combine(output, name));
        if (folder.LinkTarget is not null)
            throw new IOException($"{folder.FullName} is a symbolic link, and nothing is written through links: make it a folder.");

        Directory.CreateDirectory(output);
        var hold = Hold($"{folder.FullName}.lock", folder.FullName, caller);
        try
        {
            foreach (var entry in Ours(folder))
            {
                if (entry is DirectoryInfo { LinkTarget: null } ours)
                    ours.Delete(recursive: true);
                else
                    entry.Delete();
            }
        }
        catch
        {
            hold.Dispose();
            throw;
        }

        return hold;
    }

    // The file stays: whoever opened it just before it was deleted would hold a file that nobody else finds.
    private static FileStream Hold(string path, string folder, CallerWords caller)
    {
        if (new FileInfo(path).LinkTarget is not null)
            throw new IOException($"{path} is a symbolic link, and nothing is written through links: remove it.");

        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (File.Exists(path))
        {
            throw new IOException(
                $"another run is writing to {folder}: wait for its end, or name another folder {caller.Output}.", e);
        }
    }

    private static List<FileSystemInfo> Ours(DirectoryInfo folder) => !folder.Exists
        ? []
        : [.. folder
            .EnumerateFileSystemInfos()
            .Where(entry => entry.Name is Journal or RunReports.Record || ReportFormats.All.Any(format => format.Owns(entry.Name)))];
}
