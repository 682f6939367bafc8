using System.Text.Json;
using Conformance.Reports.Formats;
using Conformance.Reports.Register.Data;
using Conformance.Reports.Register.Entries;
using Conformance.Tool.CommandLine;
using Conformance.Tool.Files;

namespace Conformance.Tool.Registering;

/// <summary>
/// The folder of a site: written beside the one of its name, and put in its place when it is whole, so that readers see the earlier
/// site or the new one, but for a moment between two renames. What is no site is never replaced.
/// </summary>
internal sealed class SiteFolder : IDisposable
{
    private static readonly EnumerationOptions Everything = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None };

    private readonly string folder;
    private readonly string unfinished;

    private SiteFolder(string folder)
    {
        this.folder = folder;
        unfinished = $"{folder}.{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(unfinished);
    }

    /// <summary>Begins a site.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="inputs">The files and folders that its runs are read from.</param>
    /// <exception cref="BadUsageException">Something else is there, or it cannot be written.</exception>
    public static SiteFolder Begin(string path, IEnumerable<string> inputs) => Writing(path, () =>
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (WhyNot(folder, inputs) is { } obstacle)
            throw new BadUsageException($"{path} {obstacle}; choose another folder with --out.");

        return new SiteFolder(folder);
    });

    /// <summary>Writes a file of the site; several may be written at once.</summary>
    /// <exception cref="BadUsageException">It cannot be written.</exception>
    public void Write(ReportFile file) => Writing(folder, () =>
    {
        var path = PathOf(file.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.WriteTo(stream);
        return path;
    });

    /// <summary>Takes back files that were written.</summary>
    /// <param name="places">Where they are; those that are not there are passed over.</param>
    /// <exception cref="BadUsageException">One cannot be deleted.</exception>
    public void Remove(IEnumerable<string> places) => Writing(folder, () =>
    {
        foreach (var path in places.Select(PathOf).Where(File.Exists))
            File.Delete(path);

        return folder;
    });

    /// <summary>Puts the site in the place of the earlier one, which is put back if that fails.</summary>
    /// <returns>What became of the earlier one, in a sentence; null if it is gone.</returns>
    /// <exception cref="BadUsageException">It cannot be put there.</exception>
    public string? Complete()
    {
        var earlier = $"{folder}.{Guid.NewGuid():N}.old";
        return Writing(folder, () => Replace(earlier)) ? Leftover(earlier) : null;
    }

    public void Dispose()
    {
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
    }

    private string PathOf(string place) => Path.Combine([unfinished, .. place.Split('/')]);

    private bool Replace(string earlier)
    {
        var hadEarlier = Directory.Exists(folder);
        if (hadEarlier)
            Directory.Move(folder, earlier);
        try
        {
            Directory.Move(unfinished, folder);
            return hadEarlier;
        }
        catch (Exception e) when (hadEarlier && FileProblem.Is(e))
        {
            Directory.Move(earlier, folder);
            throw;
        }
    }

    private static string? Leftover(string earlier)
    {
        try
        {
            Directory.Delete(earlier, recursive: true);
            return null;
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            return $"the site is written; the earlier one is left in {earlier} ({e.Message.TrimEnd('.')}): delete it.";
        }
    }

    private static string? WhyNot(string folder, IEnumerable<string> inputs)
    {
        if (File.Exists(folder))
            return "is a file";
        if (inputs.Select(Path.GetFullPath).Any(input => IsWithin(input, folder)))
            return "would be written anew, and a run is read from it";
        if (!Directory.Exists(folder))
            return null;
        if (new DirectoryInfo(folder).LinkTarget is not null)
            return "is a link";

        if (Strange(folder) is { } other)
            return $"has {other} in it, which no site has";

        return !Directory.EnumerateFileSystemEntries(folder).Any() || IsSite(Path.Combine(folder, Places.Data))
            ? null
            : $"is not empty, and its {Places.Data} is not that of a site";
    }

    // The first entry that a site does not write; folders are looked into, and links are not.
    private static string? Strange(string folder) => new DirectoryInfo(folder)
        .EnumerateFileSystemInfos("*", Everything)
        .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        .Select(entry => entry is DirectoryInfo { LinkTarget: null } inner ? StrangeIn(inner) : StrangeOne(entry, entry.Name))
        .FirstOrDefault(name => name is not null);

    private static string? StrangeIn(DirectoryInfo inner) => Places.HasFolder(inner.Name)
        ? inner.EnumerateFileSystemInfos("*", Everything)
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .Select(entry => StrangeOne(entry, $"{inner.Name}/{entry.Name}"))
            .FirstOrDefault(name => name is not null)
        : inner.Name;

    private static string? StrangeOne(FileSystemInfo entry, string place) =>
        entry is FileInfo { LinkTarget: null } && Places.Has(place) ? null : place;

    private static bool IsWithin(string input, string folder) =>
        input == folder || input.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static bool IsSite(string data)
    {
        if (!File.Exists(data))
            return false;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(data));
            return document.RootElement.ValueKind is JsonValueKind.Object
                && document.RootElement.TryGetProperty("kind", out var kind)
                && kind.ValueKind is JsonValueKind.String
                && kind.ValueEquals(RegisterJson.Kind);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static T Writing<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadUsageException($"{path} cannot be written ({e.Message.TrimEnd('.')}); choose another folder with --out.", e);
        }
    }
}
