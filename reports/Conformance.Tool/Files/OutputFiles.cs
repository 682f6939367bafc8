using System.Text;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Files;

/// <summary>The files that commands write.</summary>
internal static class OutputFiles
{
    /// <summary>Writes a file, and the folders to it.</summary>
    /// <exception cref="BadUsageException">It cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadUsageException($"{e.Message.TrimEnd('.')}; choose another place with --out.", e);
        }
    }
}
