using System.Security.Cryptography;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Bundles;
using Conformance.Reports.Formats;
using Conformance.Reports.Formats.Badges;
using Conformance.Reports.Formats.Certificate;
using Conformance.Reports.Gating;
using Conformance.Reports.Records;
using Conformance.Reports.Register.Submissions;
using Conformance.Reports.Verification;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Register.Entries;

/// <summary>A run that enters a register.</summary>
/// <param name="Run">What the register keeps of it.</param>
/// <param name="Evidence">Its certificate, and its bundle if it came with one: to be written and let go, since they are long.</param>
public sealed record Entry(EnteredRun Run, IReadOnlyList<ReportFile> Evidence)
{
    /// <summary>Of a record without a bundle.</summary>
    /// <exception cref="UnknownProfileException">The record names a contract or a profile that there is none of.</exception>
    public static Entry Of(RunRecord record)
    {
        var run = JudgedRun.Of(record);
        return Of(run, Proof.OfRecord, null, null, DigestOf(record), CertificateOf(run));
    }

    /// <summary>Of a bundle.</summary>
    /// <param name="bundle">Its bytes.</param>
    /// <param name="signer">Whose signature it must bear; null if nobody's is asked for.</param>
    /// <param name="submission">What the vendor says of it; null for a bundle that nobody submitted.</param>
    /// <exception cref="InvalidDataException">It is no ZIP archive.</exception>
    /// <exception cref="UnreadableRecordException">There is no record in it that can be judged.</exception>
    /// <exception cref="UnknownProfileException">The submission names a profile that there is none of.</exception>
    /// <exception cref="DialectMismatchException">It names one of another contract.</exception>
    public static Entry Of(byte[] bundle, TrustedKey? signer, Submission? submission)
    {
        using var content = new MemoryStream(bundle);
        var verification = BundleVerification.Of(content, signer, BundleBounds.Default);
        if (verification.Run is not { } packed)
            throw new UnreadableRecordException($"{verification.Problems[0].File} {verification.Problems[0].Problem}");

        var run = Proven(submission is null ? packed : JudgedRun.Of(packed.Record, ProfileOf(submission)), verification);
        // The certificate of a bundle that holds is the one that its record gives.
        var isGiven = verification is { Problems.Count: 0, Version: null } && run.Profile.Reference == packed.Profile.Reference;
        Action<Stream> certificate = isGiven
            && verification.Files.FirstOrDefault(file => file.Path == ReportFormats.Certificate) is { } file
            ? stream => stream.Write(file.Content.Span)
            : CertificateOf(run);
        return Of(run, Proof.Of(verification), submission, bundle, Digest.Of(bundle), certificate);
    }

    private static Entry Of(
        JudgedRun run, Proof proof, Submission? submission, byte[]? bundle, string digest, Action<Stream> certificate)
    {
        var entered = new EnteredRun(run, proof, submission, bundle is not null, digest) { Badge = [.. BadgeReport.Write([run])] };
        return new(
            entered,
            [
                new(Places.Certificate(entered), certificate),
                .. bundle is null ? Array.Empty<ReportFile>() : [new(Places.Bundle(entered), stream => stream.Write(bundle))],
            ]);
    }

    private static string DigestOf(RunRecord record)
    {
        using var sha = SHA256.Create();
        using (var hashing = new CryptoStream(Stream.Null, sha, CryptoStreamMode.Write, leaveOpen: true))
            RunRecordJson.Write(record, hashing);

        return Convert.ToHexStringLower(sha.Hash!);
    }

    private static Action<Stream> CertificateOf(JudgedRun run) =>
        stream => CertificateHtml.Write([run], stream);

    private static Schemas.Profiles.Profile ProfileOf(Submission submission) =>
        KnownContracts.All.FindProfile(submission.Profile) ?? throw new UnknownProfileException(submission.Profile, KnownContracts.All);

    // Whatever a record says that its bundle contradicts, nobody should read it as a verdict.
    private static JudgedRun Proven(JudgedRun run, BundleVerification verification) => Proof.Of(verification) is { IsVerified: false } proof
        ? run with
        {
            Gate = new GateResult(Conformity.NotVerified, $"not verified: {proof.Reason}", [], [])
            {
                Contradictions = [.. verification.Problems.Select(problem => new Contradiction(problem.File, problem.Problem))],
            },
        }
        : run;
}
