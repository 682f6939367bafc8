using Conformance.Record.Journal;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Files;

/// <summary>Files whose bytes count; whatever goes wrong is said in one sentence.</summary>
internal static class BinaryFiles
{
    /// <param name="path">The file.</param>
    /// <param name="advice">What to do if it cannot be read.</param>
    /// <exception cref="UnreadableRecordException">It cannot.</exception>
    public static byte[] Read(string path, string advice)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            throw new UnreadableRecordException($"{FileProblem.InWords(path, e)}; {advice}.", e);
        }
    }

    /// <exception cref="BadUsageException">The file cannot be written.</exception>
    public static void Write(string path, byte[] content)
    {
        try
        {
            File.WriteAllBytes(path, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadUsageException($"{e.Message.TrimEnd('.')}; choose another file with --out.", e);
        }
    }
}
