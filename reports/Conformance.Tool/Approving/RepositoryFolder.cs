using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Approving;

/// <summary>The repository of the suite, whose files are written.</summary>
internal static class RepositoryFolder
{
    /// <summary>The root of the repository that a folder is in.</summary>
    /// <exception cref="BadUsageException">It is in none.</exception>
    public static string Around(string folder)
    {
        var start = Directory.Exists(folder)
            ? new DirectoryInfo(folder)
            : throw new BadUsageException($"there is no folder {folder}; name one of the suite's repository.");
        for (var above = start; above is not null; above = above.Parent)
        {
            if (Directory.Exists(Path.Combine(above.FullName, GeneratedFiles.SelfTests)))
                return above.FullName;
        }

        throw new BadUsageException(
            $"{start.FullName} is not in the suite's repository; run it there, or name a folder of it with --repository.");
    }
}
