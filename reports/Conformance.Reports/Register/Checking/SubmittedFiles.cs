using Conformance.Reports.Bundles;
using Conformance.Reports.Register.Submissions;

namespace Conformance.Reports.Register.Checking;

/// <summary>What is in the folder of a submission, or loose in a folder of submissions.</summary>
/// <param name="Folder">The folder, as it was named.</param>
/// <param name="Files">The contents of its known files, by their names; links are none.</param>
/// <param name="Others">Names of whatever else is there.</param>
public sealed record SubmittedFiles(string Folder, IReadOnlyDictionary<string, byte[]> Files, IReadOnlyList<string> Others)
{
    private const long KiB = 1024;
    private const long MiB = 1024 * KiB;

    /// <summary>The files that a submission may have.</summary>
    public static IReadOnlyList<string> Known { get; } = [Submission.File, Submission.Bundle, Submission.Key, "README.md"];

    /// <summary>Whether these files belong to no submission, and lie beside the folders of some.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Known files that were not read, by their names, and why.</summary>
    public IReadOnlyDictionary<string, string> Refused { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The beginnings of all files but those that were read: one that was added by mistake may hold a secret.</summary>
    public IReadOnlyDictionary<string, byte[]> OtherFiles { get; init; } = new Dictionary<string, byte[]>(StringComparer.Ordinal);

    /// <summary>How many bytes a known file may have, since strangers write them; code hosts take no bundle that is larger.</summary>
    public static long LimitOf(string name) => name switch
    {
        Submission.Bundle => 100 * MiB,
        Submission.File or Submission.Key => 64 * KiB,
        _ => MiB,
    };

    /// <summary>The public key that its bundle must be signed with; null if it has none.</summary>
    /// <exception cref="KeyProblemException">The file is no such key.</exception>
    public TrustedKey? ReadKey() => Files.TryGetValue(Submission.Key, out var pem)
        ? new TrustedKey(SigningKeys.ReadPublic(System.Text.Encoding.UTF8.GetString(pem), Submission.Key), Submission.Key)
        : null;
}
