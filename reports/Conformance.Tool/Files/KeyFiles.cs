using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Files;

/// <summary>Keys as files.</summary>
internal static class KeyFiles
{
    /// <exception cref="BadUsageException">The file cannot be read.</exception>
    public static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (FileProblem.Is(e))
        {
            throw new BadUsageException($"{FileProblem.InWords(path, e)}; name a file with a key in PEM with --key.", e);
        }
    }
}
