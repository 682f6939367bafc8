using Conformance.Record.Journal;
using Conformance.Reports.Register.Checking;
using Conformance.Reports.Register.Submissions;
using Conformance.Tool.Files;

namespace Conformance.Tool.Registering;

/// <summary>Folders of submissions, as whoever proposes one has made them: nothing in them is followed to another place.</summary>
internal static class SubmissionFolder
{
    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None };

    private static readonly EnumerationOptions NoLinks =
        new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint };

    /// <summary>Whether a folder is one.</summary>
    public static bool IsOne(string folder) => File.Exists(Path.Combine(folder, Submission.File));

    /// <summary>The folder itself, if it is a submission or has no folders in it; else what is in those.</summary>
    /// <param name="folder">A submission, or a folder of submissions.</param>
    /// <exception cref="UnreadableRecordException">It is no folder, or cannot be looked into.</exception>
    public static IReadOnlyList<string> In(string folder)
    {
        try
        {
            if (!Directory.Exists(folder))
                throw new UnreadableRecordException($"{folder} is no folder; name one that has a {Submission.File}, or folders that have.");

            var inner = Directory.EnumerateDirectories(folder, "*", NoLinks).Order(StringComparer.Ordinal).ToList();
            return IsOne(folder) || inner.Count == 0 ? [folder] : [.. inner.SelectMany(In)];
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
            var entries = new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything).OrderBy(
                entry => entry.Name, StringComparer.Ordinal).ToList();
            var known = entries
                .OfType<FileInfo>()
                .Where(file => file.LinkTarget is null && SubmittedFiles.Known.Contains(file.Name))
                .ToList();
            return new(
                Path.TrimEndingDirectorySeparator(folder),
                known.ToDictionary(file => file.Name, file => File.ReadAllBytes(file.FullName), StringComparer.Ordinal),
                [.. entries.Select(entry => entry.Name).Except(known.Select(file => file.Name))]);
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            throw new UnreadableRecordException($"{FileProblem.InWords(folder, e)}; name a folder of submissions.", e);
        }
    }
}
