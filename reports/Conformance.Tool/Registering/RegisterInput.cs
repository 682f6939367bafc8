using Conformance.Record.Journal;
using Conformance.Reports.Bundles;
using Conformance.Reports.Gating;
using Conformance.Reports.Register.Entries;
using Conformance.Reports.Register.Submissions;
using Conformance.Schemas.Contracts;
using Conformance.Tool.Files;

namespace Conformance.Tool.Registering;

/// <summary>Something that a command line names for a register: a record, a run set, a journal, a bundle, or a submission.</summary>
/// <param name="Path">The file, or the folder of the submission.</param>
internal sealed record RegisterInput(string Path)
{
    private const string RecordFile = "run.json";
    private const string BundleFiles = ".zip";

    // Links lead out of the folder.
    private static readonly EnumerationOptions NoLinks =
        new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint };

    // As every ZIP archive with a file in it begins.
    private static ReadOnlySpan<byte> Archive => "PK\x3\x4"u8;

    private bool IsSubmission => Directory.Exists(Path);

    /// <summary>All that some paths name: of a folder, the submissions, records and bundles in it.</summary>
    /// <exception cref="UnreadableRecordException">There is nothing in a folder.</exception>
    public static IReadOnlyList<RegisterInput> Find(IEnumerable<string> paths) => [.. paths.SelectMany(Find)];

    /// <summary>The runs in it, one by one: each is long.</summary>
    /// <param name="key">Whose signature bundles must bear that have no key of their own; null if nobody's is asked for.</param>
    /// <exception cref="UnreadableRecordException">It cannot be read.</exception>
    public IEnumerable<Entry> Read(TrustedKey? key)
    {
        if (IsSubmission)
            return [Submitted()];

        return IsBundle()
            ? [Told(() => Entry.Of(File.ReadAllBytes(Path), key, null))]
            : RunFiles.Read([Path]).Select(run => Told(() => Entry.Of(run.Record)));
    }

    private static IEnumerable<RegisterInput> Find(string path)
    {
        if (!Directory.Exists(path))
            return [new(path)];

        try
        {
            var found = Within(path).ToList();
            // Nobody has checked what is beside submissions.
            if (found.Find(input => !input.IsSubmission) is { } loose && found.Exists(input => input.IsSubmission))
            {
                throw new UnreadableRecordException(
                    $"{loose.Path} is beside submissions and part of none: remove it, or name it by itself.");
            }

            return found.Count > 0
                ? found
                : throw new UnreadableRecordException(
                    $"{path} has no {RecordFile}, no bundle and no {Submission.File}, nor have its folders; "
                    + "name a folder that runs have written.");
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            throw new UnreadableRecordException($"{path} cannot be read ({e.Message.TrimEnd('.')}); name another folder.", e);
        }
    }

    private static IEnumerable<RegisterInput> Within(string folder)
    {
        if (SubmissionFolder.IsOne(folder))
            return [new(folder)];

        var files = Directory.EnumerateFiles(folder, "*", NoLinks).Where(file =>
            System.IO.Path.GetFileName(file) == RecordFile || file.EndsWith(BundleFiles, StringComparison.OrdinalIgnoreCase));
        return files.Order(StringComparer.Ordinal).Select(file => new RegisterInput(file))
            .Concat(Directory.EnumerateDirectories(folder, "*", NoLinks).Order(StringComparer.Ordinal).SelectMany(Within));
    }

    private bool IsBundle()
    {
        try
        {
            using var file = File.OpenRead(Path);
            Span<byte> beginning = stackalloc byte[Archive.Length];
            var read = file.ReadAtLeast(beginning, Archive.Length, throwOnEndOfStream: false);
            return beginning[..read].SequenceEqual(Archive);
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            throw new UnreadableRecordException($"{FileProblem.InWords(Path, e)}; name a record, a bundle, or a folder of them.", e);
        }
    }

    private Entry Submitted()
    {
        var files = SubmissionFolder.Read(Path);
        if (files.Refused.Count > 0)
            throw new UnreadableRecordException($"{Path}: {string.Join("; ", files.Refused.Select(file => $"{file.Key} {file.Value}"))}.");

        var (submission, problems) = SubmissionJson.Read(files.Files.GetValueOrDefault(Submission.File) ?? []);
        if (submission is null)
            throw new UnreadableRecordException($"{Path}: {Submission.File}: {string.Join("; ", problems)}.");

        return files.Files.TryGetValue(Submission.Bundle, out var bundle)
            ? Told(() => Entry.Of(bundle, files.ReadKey(), submission))
            : throw new UnreadableRecordException($"{Path} has no {Submission.Bundle}: pack one with conformance bundle.");
    }

    private Entry Told(Func<Entry> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableRecordException($"{Path} is no bundle: it is not a ZIP archive, or its end is missing.", e);
        }
        catch (Exception e) when (
            e is UnknownProfileException or DialectMismatchException or KeyProblemException or UnreadableRecordException
            || FileProblem.Is(e))
        {
            throw new UnreadableRecordException($"{Path}: {e.Message.TrimEnd('.')}.", e);
        }
    }
}
