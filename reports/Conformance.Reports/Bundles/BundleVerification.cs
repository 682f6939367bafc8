using System.Text.Json.Nodes;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Gating;
using Conformance.Reports.Records;
using Conformance.Reports.Verification;
using Conformance.Schemas.Contracts;

namespace Conformance.Reports.Bundles;

/// <summary>What came of verifying a bundle.</summary>
/// <param name="Problems">What does not hold; empty if all does.</param>
/// <param name="SignatureState">Whether it is signed, and whether that was checked.</param>
/// <param name="Signature">Whether it is signed, and what was checked of that, in one sentence.</param>
/// <param name="Version">Which version of the tool made the bundle, if another one than this.</param>
/// <param name="Judgement">The judgement of the gate on the record that was found; null if there is none.</param>
/// <param name="Trusted">How much of the record nobody can judge again; null if it could not be read.</param>
public sealed record BundleVerification(
    IReadOnlyList<BundleProblem> Problems,
    SignatureState SignatureState,
    string Signature,
    string? Version,
    string? Judgement,
    TakenOnTrust? Trusted)
{
    /// <summary>What was unpacked; it holds only where there are no problems.</summary>
    public IReadOnlyList<BundleFile> Files { get; init; } = [];

    /// <summary>The record by the profile of the statement; null if there is none, or nothing to judge it by.</summary>
    public JudgedRun? Run { get; init; }

    /// <summary>Verifies a bundle.</summary>
    /// <param name="bundle">The archive.</param>
    /// <param name="signer">Whose signature it must bear; null if nobody's is asked for.</param>
    /// <param name="bounds">How large it may be.</param>
    /// <param name="contracts">The contracts that it may be about; null for those that this suite has scenarios for.</param>
    /// <exception cref="InvalidDataException">It is no ZIP archive.</exception>
    public static BundleVerification Of(Stream bundle, TrustedKey? signer, BundleBounds bounds, ContractSet? contracts = null)
    {
        var (files, damage) = BundleArchive.Read(bundle, bounds);
        var envelope = Signatures.Read(files);
        var (state, signature, unsigned) = Signatures.Check(envelope, signer);
        var statement = SubjectCheck.Read(envelope);
        var (record, unreadable) = ReadRecord(files);
        IEnumerable<BundleProblem> found = [.. damage, .. unsigned, .. SubjectCheck.Problems(files, statement), .. unreadable];
        if (record is null)
            return new([.. found], state, signature, null, null, null) { Files = files };

        var journal = files.FirstOrDefault(file => file.Path == BundleContents.Journal);
        var known = contracts ?? KnownContracts.All;
        var again = Recomputation.Of(record, known);
        var (judged, undecided) = Judge(record, statement, known);
        var version = StatementCheck.VersionOf(statement) is var maker && maker == ToolVersion.Full
            ? null
            : $"made by version {maker ?? "unknown"}, and this is {ToolVersion.Full}";
        return new(
            [
                .. found,
                .. undecided,
                .. judged is null || statement is null ? [] : StatementCheck.Problems(judged, statement),
                .. judged is null ? [] : ReportCheck.Problems(judged, files, version is null ? "" : $"; the bundle was {version}"),
                .. Bundle.Problems(record, journal?.Content ?? default, again, known),
            ],
            state,
            signature,
            version,
            judged?.Gate.Reason,
            again.Trusted)
        {
            Files = files,
            Run = judged,
        };
    }

    private static (RunRecord? Record, IReadOnlyList<BundleProblem> Problems) ReadRecord(IReadOnlyList<BundleFile> files)
    {
        if (files.FirstOrDefault(file => file.Path == BundleContents.Record) is not { } file)
            return (null, [new(BundleContents.Record, "is missing")]);
        try
        {
            var record = RunRecordJson.Read(file.Content.ToArray(), BundleContents.Record);
            using var comparing = new ComparingStream(file.Content);
            RunRecordJson.Write(record, comparing);
            return comparing.IsSame
                ? (record, [])
                : (record, [new(BundleContents.Record, "is not written as a run writes it")]);
        }
        catch (UnreadableRecordException e)
        {
            return (null, [new(BundleContents.Record, e.Message)]);
        }
    }

    private static (JudgedRun? Run, IReadOnlyList<BundleProblem> Problems) Judge(
        RunRecord record, JsonObject? statement, ContractSet contracts)
    {
        var name = StatementCheck.ProfileOf(statement);
        try
        {
            return name is null || contracts.FindProfile(name) is not { } profile
                ? (null, [new(BundleContents.Attestation, "names no profile that this tool knows")])
                : (JudgedRun.Of(record, profile, contracts: contracts), []);
        }
        catch (DialectMismatchException e)
        {
            return (null, [new(BundleContents.Attestation, e.Message)]);
        }
    }
}
