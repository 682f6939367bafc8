using Conformance.Reports.Bundles;
using Conformance.Reports.Gating;
using Conformance.Reports.Register.Submissions;
using Conformance.Reports.Verification;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Register.Checking;

/// <summary>
/// Whether a register can take a submission: everything is there, the bundle holds and is of this version of the suite, no secret shows,
/// and the profile is met. All that is wrong is told together. Pure.
/// </summary>
/// <param name="now">The day that waivers are held against.</param>
/// <param name="takesEmbedded">Whether the suite's own reference servers count as implementations.</param>
/// <param name="leaks">Names the variables whose values a text contains, where somebody knows secrets.</param>
public sealed class SubmissionCheck(DateTimeOffset now, bool takesEmbedded, Func<string, IEnumerable<string>> leaks)
{
    // A bundle that somebody has edited in one place disagrees in many.
    private const int MostOfOneKind = 10;

    private static readonly SubmissionProblem[] NoProblems = [];

    private static readonly string KnownFiles = string.Join(", ", SubmittedFiles.Known);

    /// <summary>Checks one.</summary>
    public CheckedSubmission Of(SubmittedFiles files) => files.IsLoose
        ? new(files.Folder, null, null, null, [.. SecretLook.At(files, null, leaks), .. Loose(files)])
        : OfFolder(files);

    private static IEnumerable<SubmissionProblem> Loose(SubmittedFiles files) => files.Others.Select(name => new SubmissionProblem(
        SubmissionFault.Incomplete, "folder", $"{name} is beside submissions and part of none: remove it, or move it into their folders"));

    private CheckedSubmission OfFolder(SubmittedFiles files)
    {
        var (submission, incomplete) = Fields(files);
        var (verification, unread) = Verify(files);
        IReadOnlyList<SubmissionProblem> secrets = [.. SecretLook.At(files, verification, leaks)];
        var (judgement, unmet) = verification?.Run is { } run && submission is not null ? Judge(run, submission) : (null, []);
        IReadOnlyList<SubmissionProblem> problems =
            [.. incomplete, .. unread, .. secrets, .. verification is null ? [] : Doubts(verification), .. unmet];
        // Whatever else is told may quote the secret.
        return secrets.Count > 0
            ? new(files.Folder, null, null, null, [.. secrets, .. problems.Except(secrets).Where(problem => problem.Place == "folder")])
            : new(files.Folder, submission, judgement, verification?.Signature, problems);
    }

    private static (Submission? Submission, IReadOnlyList<SubmissionProblem> Problems) Fields(SubmittedFiles files)
    {
        IReadOnlyList<SubmissionProblem> others =
        [
            .. files.Refused.Select(file => new SubmissionProblem(SubmissionFault.Incomplete, file.Key, file.Value)),
            .. files.Files.Where(file => file.Key != Submission.Bundle && SubmittedText.HasNul(file.Value)).Select(
                file => new SubmissionProblem(SubmissionFault.Incomplete, file.Key, "has NUL characters: save it as text, in UTF-8")),
            .. files.Others.Select(name => new SubmissionProblem(
                SubmissionFault.Incomplete,
                "folder",
                $"{name} is nothing that a submission has: remove it; known are {KnownFiles}, as plain files")),
        ];
        if (files.Refused.ContainsKey(Submission.File))
            return (null, others);
        if (!files.Files.TryGetValue(Submission.File, out var content))
            return (null, [new(SubmissionFault.Incomplete, Submission.File, "is missing"), .. others]);

        var (submission, problems) = SubmissionJson.Read(content);
        return (
            submission,
            [.. problems.Select(problem => new SubmissionProblem(SubmissionFault.Incomplete, Submission.File, problem)), .. others]);
    }

    private static (BundleVerification? Verification, IReadOnlyList<SubmissionProblem> Problems) Verify(SubmittedFiles files)
    {
        var (key, badKey) = Key(files);
        if (files.Refused.ContainsKey(Submission.Bundle))
            return (null, badKey);
        if (!files.Files.TryGetValue(Submission.Bundle, out var bundle))
            return (null, [Unreadable("is missing: pack one with conformance bundle"), .. badKey]);
        try
        {
            using var content = new MemoryStream(bundle);
            var verification = BundleVerification.Of(content, key, BundleBounds.Default);
            var unjudged = verification.Run is null ? [Unreadable("holds no record that can be judged")] : NoProblems;
            return (verification, [.. unjudged, .. badKey]);
        }
        catch (InvalidDataException)
        {
            return (null, [Unreadable("is no ZIP archive, or its end is missing"), .. badKey]);
        }
    }

    // Without a key the bundle is unpacked all the same: secrets in it must not be missed.
    private static (TrustedKey? Key, IReadOnlyList<SubmissionProblem> Problems) Key(SubmittedFiles files)
    {
        try
        {
            return (files.ReadKey(), NoProblems);
        }
        catch (KeyProblemException e)
        {
            return (null, [new(SubmissionFault.Incomplete, Submission.Key, e.Message)]);
        }
    }

    private static SubmissionProblem Unreadable(string problem) => new(SubmissionFault.Unreadable, Submission.Bundle, problem);

    private static IEnumerable<SubmissionProblem> Doubts(BundleVerification verification) =>
    [
        .. verification.Version is { } version
            ? [new(SubmissionFault.NotVerified, Submission.Bundle, $"was {version}: run the suite of this version")]
            : Array.Empty<SubmissionProblem>(),
        .. verification.Run is { } run && RecordVersion.WhyOfAnother(run.Record) is { } another
            ? [new(SubmissionFault.NotVerified, Submission.Bundle, $"{another.Place} {another.Problem}")]
            : Array.Empty<SubmissionProblem>(),
        .. Bounded(verification.Problems).Select(problem => new SubmissionProblem(
            SubmissionFault.NotVerified, $"{Submission.Bundle}, {problem.File}", problem.Problem)),
    ];

    private static IEnumerable<BundleProblem> Bounded(IReadOnlyList<BundleProblem> problems) =>
    [
        .. problems.Take(MostOfOneKind),
        .. problems.Count > MostOfOneKind
            ? [new("bundle", $"has {problems.Count - MostOfOneKind} other problems; conformance verify names all")]
            : Array.Empty<BundleProblem>(),
    ];

    private (string? Judgement, IReadOnlyList<SubmissionProblem> Problems) Judge(JudgedRun packed, Submission submission)
    {
        if (KnownContracts.All.FindProfile(submission.Profile) is not { } profile || profile.Dialect != packed.Record.Target.Dialect)
        {
            return (null, [new(
                SubmissionFault.Incomplete,
                Submission.File,
                $"profile is {submission.Profile}: choose one of {KnownContracts.All.ProfileChoice(packed.Record.Target.Dialect)}")]);
        }

        var run = JudgedRun.Of(packed.Record, profile, judgedAt: now);
        IReadOnlyList<SubmissionProblem> own = packed.Record.Target.Embedded && !takesEmbedded
            ? [new(SubmissionFault.Incomplete, Submission.Bundle, "is of a reference server that the suite itself has started")]
            : [];
        return (run.Gate.Reason, [.. own, .. UnmetProfile.Of(run.Gate)]);
    }
}
