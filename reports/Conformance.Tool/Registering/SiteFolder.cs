using System.Text.Json;
using Conformance.Reports.Formats;
using Conformance.Reports.Register.Data;
using Conformance.Reports.Register.Entries;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Registering;

/// <summary>
/// The folder of a site: written beside the one of its name, and put in its place when it is whole, so that readers see the earlier
/// site or the new one. What is no site is never replaced.
/// </summary>
internal sealed class SiteFolder : IDisposable
{
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
        var path = Path.Combine([unfinished, .. file.Path.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        file.WriteTo(stream);
        return path;
    });

    /// <summary>Puts the site in the place of the earlier one.</summary>
    /// <exception cref="BadUsageException">It cannot be put there.</exception>
    public void Complete() => Writing(folder, () =>
    {
        var earlier = $"{folder}.{Guid.NewGuid():N}.old";
        if (Directory.Exists(folder))
            Directory.Move(folder, earlier);

        Directory.Move(unfinished, folder);
        if (Directory.Exists(earlier))
            Directory.Delete(earlier, recursive: true);

        return folder;
    });

    public void Dispose()
    {
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
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

        var names = Directory.EnumerateFileSystemEntries(folder).Select(entry => Path.GetFileName(entry)).ToList();
        if (names.Order(StringComparer.Ordinal).FirstOrDefault(name => !Places.AtRoot.Contains(name)) is { } other)
            return $"has {other} in it, which no site has";

        return names.Count == 0 || IsSite(Path.Combine(folder, Places.Data))
            ? null
            : $"is not empty, and its {Places.Data} is not that of a site";
    }

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
