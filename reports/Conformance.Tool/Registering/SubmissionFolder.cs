using Conformance.Record.Journal;
using Conformance.Reports.Register.Checking;
using Conformance.Reports.Register.Submissions;
using Conformance.Tool.Files;

namespace Conformance.Tool.Registering;

/// <summary>Folders of submissions, as whoever proposes one has made them: nothing in them is followed to another place.</summary>
internal static class SubmissionFolder
{
    // Whatever is not known is refused in any case; a key that somebody has added by mistake is short.
    private const int MostOthers = 100;
    private const int MostOfOther = 1024 * 1024;

    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None };

    private static readonly EnumerationOptions AllBelow =
        new() { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint };

    private static readonly EnumerationOptions NoLinks =
        new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Whether a folder is one.</summary>
    public static bool IsOne(string folder) => File.Exists(Path.Combine(folder, Submission.File));

    /// <summary>
    /// The folder itself, if it is a submission or has no folders in it; else what is in those, and itself if it has anything beside them.
    /// </summary>
    /// <param name="folder">A submission, or a folder of submissions.</param>
    /// <exception cref="UnreadableRecordException">It is no folder, or cannot be looked into.</exception>
    public static IReadOnlyList<string> In(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
                throw new UnreadableRecordException($"{folder} is no folder; name one that has a {Submission.File}, or folders that have.");

            var inner = Directory.EnumerateDirectories(folder, "*", NoLinks).Order(StringComparer.Ordinal).ToList();
            if (IsOne(folder) || inner.Count == 0)
                return [folder];

            return [.. Entries(folder).All(IsFolder) ? Array.Empty<string>() : [folder], .. inner.SelectMany(In)];
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            throw new UnreadableRecordException($"{folder} cannot be read ({e.Message.TrimEnd('.')}); name another folder.", e);
        }
    }

    /// <summary>Reads what is in one.</summary>
    /// <exception cref="UnreadableRecordException">It cannot be read.</exception>
    public static SubmittedFiles Read(string folder)
    {
        try
        {
            var entries = Entries(folder);
            return IsOne(folder) || !entries.Exists(IsFolder) ? ReadSubmission(folder, entries) : ReadLoose(folder, entries);
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            throw new UnreadableRecordException($"{FileProblem.InWords(folder, e)}; name a folder of submissions.", e);
        }
    }

    private static SubmittedFiles ReadSubmission(string folder, List<FileSystemInfo> entries)
    {
        var known = entries.OfType<FileInfo>().Where(file => IsPlain(file) && SubmittedFiles.Known.Contains(file.Name)).ToList();
        // Before anything of it is read: it is as long as a stranger has made it.
        var (read, refused) = (known.FindAll(IsWithinLimit), known.FindAll(file => !IsWithinLimit(file)));
        var others = new DirectoryInfo(folder).EnumerateFiles("*", AllBelow).ExceptBy(
            read.Select(file => file.FullName), file => file.FullName);
        return new(
            Path.TrimEndingDirectorySeparator(folder),
            read.ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName), StringComparer.Ordinal),
            [.. entries.Select(entry => entry.Name).Except(known.Select(file => file.Name))])
        {
            Refused = refused.ToDictionary(
                file => file.Name,
                file => $"has more than {SubmittedFiles.LimitOf(file.Name) / 1024} KiB: make it smaller",
                StringComparer.Ordinal),
            OtherFiles = Beginnings(folder, others),
        };
    }

    private static SubmittedFiles ReadLoose(string folder, List<FileSystemInfo> entries) => new(
        Path.TrimEndingDirectorySeparator(folder),
        new Dictionary<string, byte[]>(StringComparer.Ordinal),
        [.. entries.Where(entry => !IsFolder(entry)).Select(entry => entry.Name)])
    {
        IsLoose = true,
        OtherFiles = Beginnings(folder, entries.OfType<FileInfo>().Where(IsPlain)),
    };

    private static List<FileSystemInfo> Entries(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything).OrderBy(entry => entry.Name, StringComparer.Ordinal)];

    private static bool IsFolder(FileSystemInfo entry) => entry is DirectoryInfo { LinkTarget: null };

    private static bool IsPlain(FileInfo file) => file.LinkTarget is null;

    private static bool IsWithinLimit(FileInfo file) => file.Length <= SubmittedFiles.LimitOf(file.Name);

    private static Dictionary<string, byte[]> Beginnings(string folder, IEnumerable<FileInfo> files) => files
        .OrderBy(file => file.FullName, StringComparer.Ordinal)
        .Take(MostOthers)
        .ToDictionary(file => Path.GetRelativePath(folder, file.FullName), Beginning, StringComparer.Ordinal);

    private static byte[] Beginning(FileInfo file)
    {
        using var stream = file.OpenRead();
        var content = new byte[Math.Min(file.Length, MostOfOther)];
        var read = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return content[..read];
    }
}
