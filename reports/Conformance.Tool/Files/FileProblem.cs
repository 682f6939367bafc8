using Conformance.Reports.Text;

namespace Conformance.Tool.Files;

/// <summary>What keeps a file from being read, in words of ours: those of the runtime differ from system to system.</summary>
internal static class FileProblem
{
    /// <summary>Whether an exception is about a file and not about this program.</summary>
    public static bool Is(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>The beginning of a sentence, without a full stop.</summary>
    /// <param name="path">The file.</param>
    /// <param name="exception">What came of reading it.</param>
    public static string InWords(string path, Exception exception) => (path, exception) switch
    {
        ("", _) => "the name of a file is empty",
        _ when Directory.Exists(path) => $"{path} is a folder",
        (_, FileNotFoundException or DirectoryNotFoundException) => $"there is no file {path}",
        (_, UnauthorizedAccessException) => $"{path} may not be read",
        (_, ArgumentException) => $"{OneLine.Of(path)} is no name of a file",
        _ => $"{path} cannot be read ({exception.Message.TrimEnd('.')})",
    };
}
