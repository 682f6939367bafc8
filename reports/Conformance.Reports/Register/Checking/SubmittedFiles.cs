using Conformance.Reports.Bundles;
using Conformance.Reports.Register.Submissions;

namespace Conformance.Reports.Register.Checking;

/// <summary>What is in the folder of a submission.</summary>
/// <param name="Folder">The folder, as it was named.</param>
/// <param name="Files">The contents of its files, by their names; links are none.</param>
/// <param name="Others">Names of whatever else is there.</param>
public sealed record SubmittedFiles(string Folder, IReadOnlyDictionary<string, byte[]> Files, IReadOnlyList<string> Others)
{
    /// <summary>The files that a submission may have.</summary>
    public static IReadOnlyList<string> Known { get; } = [Submission.File, Submission.Bundle, Submission.Key, "README.md"];

    /// <summary>The public key that its bundle must be signed with; null if it has none.</summary>
    /// <exception cref="KeyProblemException">The file is no such key.</exception>
    public TrustedKey? ReadKey() => Files.TryGetValue(Submission.Key, out var pem)
        ? new TrustedKey(SigningKeys.ReadPublic(System.Text.Encoding.UTF8.GetString(pem), Submission.Key), Submission.Key)
        : null;
}
