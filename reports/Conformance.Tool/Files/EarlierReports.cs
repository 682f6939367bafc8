using Conformance.Reports.Formats;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Files;

/// <summary>The reports of an earlier run in a folder: whoever reads the folder would take them for those of the new one.</summary>
internal static class EarlierReports
{
    // Some of the reports could be hidden, and a link to a folder is a link.
    private static readonly EnumerationOptions All = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None };

    /// <summary>Removes what formats write, and nothing else.</summary>
    /// <param name="folder">The folder of the reports.</param>
    /// <param name="formats">The formats that are about to be written into it.</param>
    /// <param name="files">What they are about to write.</param>
    /// <param name="inputs">The files that the runs were read from.</param>
    /// <exception cref="BadUsageException">Something of that name is nothing that a format writes, or is what the runs were read
    /// from, or cannot be removed; nothing was removed but what could be.</exception>
    public static void Remove(string folder, IEnumerable<ReportFormat> formats, IReadOnlyList<ReportFile> files, IEnumerable<string> inputs)
    {
        if (!Directory.Exists(folder))
            return;

        try
        {
            List<FileSystemInfo> earlier = [.. new DirectoryInfo(folder)
                .EnumerateFileSystemInfos("*", All)
                .Where(entry => formats.Any(format => format.Owns(entry.Name)))];
            foreach (var entry in earlier)
                Refuse(entry, files, inputs);

            foreach (var entry in earlier)
                Remove(entry);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadUsageException(
                $"the reports of an earlier run cannot be removed from {folder} ({e.Message.TrimEnd('.')}); "
                + "choose another place with --out.",
                e);
        }
    }

    private static void Refuse(FileSystemInfo entry, IReadOnlyList<ReportFile> files, IEnumerable<string> inputs)
    {
        var isWrittenInto = files.Any(file => file.Path.StartsWith($"{entry.Name}/", StringComparison.Ordinal));
        if (entry is DirectoryInfo != isWrittenInto)
        {
            throw new BadUsageException(
                $"{entry.FullName} is a {(isWrittenInto ? "file" : "folder")}, which no report of this name is; "
                + "remove it, or choose another place with --out.");
        }

        if (inputs.Select(Path.GetFullPath).Any(
            input => input == entry.FullName || input.StartsWith(entry.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            throw new BadUsageException(
                $"{entry.FullName} would be written anew, and a run is read from it; choose another place with --out.");
        }
    }

    private static void Remove(FileSystemInfo entry)
    {
        if (entry is DirectoryInfo { LinkTarget: null } directory)
            directory.Delete(recursive: true);
        else
            entry.Delete();
    }
}
