using Conformance.Record.Secrets;
using Conformance.Tool.CommandLine;

namespace Conformance.Tool.Gating;

/// <summary>Looks for the values of environment variables in the files of runs and in all that lies beside them.</summary>
internal sealed class SecretScan
{
    // A file that may not be read could hold a secret, so it is an error; links lead out of the folder of the reports.
    private static readonly EnumerationOptions EveryFile =
        new() { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint };

    private readonly SecretVault vault = new();
    private readonly List<(Secret Secret, string Variable)> variables = [];

    /// <param name="names">Names of environment variables.</param>
    /// <exception cref="BadUsageException">One of them is not set, or its value cannot be told from other text.</exception>
    public SecretScan(IEnumerable<string> names)
    {
        foreach (var name in names.Distinct(StringComparer.Ordinal))
            variables.Add((vault.Learn(SecretKind.Configured, ValueOf(name)), name));
    }

    /// <summary>What the files give away, in the order of their names.</summary>
    /// <exception cref="BadUsageException">A file or folder cannot be looked into.</exception>
    public IReadOnlyList<LeakedSecret> Leaks(IEnumerable<string> runFiles)
    {
        if (variables.Count == 0)
            return [];

        try
        {
            return
            [
                .. runFiles.SelectMany(WithNeighbours).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).SelectMany(LeaksOf),
            ];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadUsageException($"{e.Message.TrimEnd('.')}; give the reports a folder of their own that can be read.", e);
        }
    }

    /// <summary>The variables whose values a text gives away.</summary>
    public IEnumerable<string> LeaksOfText(string text)
    {
        var leaked = vault.Leaks(text).ToHashSet();
        return variables.Where(variable => leaked.Contains(variable.Secret)).Select(variable => variable.Variable);
    }

    private static string ValueOf(string name) => Environment.GetEnvironmentVariable(name) switch
    {
        null or "" => throw new BadUsageException(
            $"the environment variable {name} is not set, so there is nothing to look for: set it, or leave --secret-env away."),
        { Length: < SecretVault.ShortestMaskedWithinText } => throw new BadUsageException(
            $"the value of {name} has fewer than {SecretVault.ShortestMaskedWithinText} characters, which cannot be told from other "
            + "text: choose a longer secret."),
        var value => value,
    };

    private static IEnumerable<string> WithNeighbours(string runFile)
    {
        var folder = Path.GetDirectoryName(runFile) ?? "";
        var files = Directory.EnumerateFiles(folder.Length == 0 ? "." : folder, "*", EveryFile);
        return folder.Length == 0 ? files.Select(file => Path.GetRelativePath(".", file)) : files;
    }

    private IEnumerable<LeakedSecret> LeaksOf(string file)
    {
        var leaked = vault.LeaksInFile(file).ToHashSet();
        return variables.Where(variable => leaked.Contains(variable.Secret)).Select(variable => new LeakedSecret(file, variable.Variable));
    }
}
