using Conformance.Reports.Bundles;
using Conformance.Reports.Register.Submissions;

namespace Conformance.Reports.Register.Checking;

/// <summary>Looks for secrets in all that a submission brings, as it is and unpacked; no problem quotes what was found.</summary>
internal static class SecretLook
{
    private const int MostOfOneKind = 10;

    public static IEnumerable<SubmissionProblem> At(
        SubmittedFiles files, BundleVerification? verification, Func<string, IEnumerable<string>> leaks)
    {
        var plain = files.Files
            .Where(file => file.Key != Submission.Bundle)
            .Concat(files.OtherFiles)
            .Select(file => new BundleFile(file.Key, file.Value))
            .Concat((verification?.Files ?? []).Select(file => file with { Path = $"{Submission.Bundle}, {file.Path}" }))
            .ToList();
        return
        [
            .. plain.SelectMany(file => leaks(SubmittedText.Searchable(file.Content.Span)).Select(
                variable => Secret(file.Path, $"contains the value of {variable}"))),
            .. plain.SelectMany(ExposedSecrets.In, (file, words) => Secret(file.Path, $"contains {words}")),
            .. verification?.Run is { } run
                ? UnmaskedPlaces.In(run.Record, run.Contract.SecretMembers).Take(MostOfOneKind).Select(
                    place => Secret($"{Submission.Bundle}, {place}", "has what looks like a token, where a run writes a label"))
                : [],
        ];
    }

    private static SubmissionProblem Secret(string place, string problem) =>
        new(SubmissionFault.Secret, place, $"{problem}: revoke it, and take it out of this submission and its history");
}
