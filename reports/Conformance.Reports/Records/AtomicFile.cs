using System.Text;

namespace Conformance.Reports.Records;

/// <summary>Writes files that are whole or not there at all, and never through a symbolic link.</summary>
public static class AtomicFile
{
    /// <summary>Writes a text under another name, then gives it its own; whatever had that name before is replaced, a link too.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, string text) => Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>The same, for what is written piece by piece.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="inspect">Looks at what was written, under its other name, and may change it; nothing gets its own name without that.
    /// Null for nothing.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public static void Write(string path, Action<Stream> write, Action<string>? inspect = null)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            WriteWhole(unfinished, write);

            inspect?.Invoke(unfinished);
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static void WriteWhole(string path, Action<Stream> write)
    {
        try
        {
            using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
            write(file);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // Which is how .NET tells that the operating system allows no file of this length.
            throw new IOException(e.Message, e);
        }
    }
}
