namespace Conformance.Record.Secrets;

/// <summary>Looks through files, which may be too long to be held as a whole.</summary>
public static class FileLeaks
{
    // Characters: as many as the runtime clears away soon, since a text of 85,000 bytes or more waits until all is collected.
    private const int Window = 32 * 1024;

    // What gives a secret away, and a label around it, is shorter.
    private const int Overlap = 2 * KnownForms.GivesAway;

    /// <summary>Which secrets a file gives away.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static IReadOnlyList<Secret> LeaksInFile(this SecretVault vault, string path) =>
        new FileInfo(path).Length <= Window ? vault.Leaks(File.ReadAllText(path)) : InPieces(vault, path);

    private static IReadOnlyList<Secret> InPieces(SecretVault vault, string path)
    {
        using var reader = new StreamReader(path);
        var found = new HashSet<Secret>();
        var window = new char[Window];
        var kept = 0;
        for (int read; (read = reader.ReadBlock(window, kept, window.Length - kept)) > 0;)
        {
            var text = new string(window, 0, kept + read);
            found.UnionWith(vault.Leaks(text));
            kept = Math.Min(Overlap, text.Length);
            text.CopyTo(text.Length - kept, window, 0, kept);
        }

        return [.. found];
    }
}
