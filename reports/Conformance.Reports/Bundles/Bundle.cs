using System.Security.Cryptography;
using System.Text;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Reports.Folding;
using Conformance.Reports.Gating;
using Conformance.Reports.Records;
using Conformance.Reports.Verification;
using Conformance.Schemas.Contracts;
using Conformance.Schemas.Requirements;

namespace Conformance.Reports.Bundles;

/// <summary>The evidence of a run, in one file that a stranger can verify.</summary>
public static class Bundle
{
    /// <summary>Packs a run. Whoever packs nonsense gets a bundle that does not verify; <see cref="Problems"/> tells before.</summary>
    /// <param name="run">The run, judged.</param>
    /// <param name="journal">The bytes of its journal.</param>
    /// <param name="key">Signs the bundle; null leaves it unsigned.</param>
    /// <param name="output">Where it is written.</param>
    public static void Write(JudgedRun run, ReadOnlyMemory<byte> journal, ECDsa? key, Stream output)
    {
        var files = BundleContents.Of(run, journal);
        var statement = Encoding.UTF8.GetBytes(JsonText.Of(Statement.Of(run, files)));
        var attestation = Encoding.UTF8.GetBytes(Envelope.Seal(statement, key).Write());
        BundleArchive.Write([new(BundleContents.Attestation, attestation), .. files], output);
    }

    /// <summary>What record and journal say against each other, and the record against its exchanges.</summary>
    /// <param name="record">The record.</param>
    /// <param name="journal">The bytes of its journal; empty if there is none.</param>
    /// <param name="again">The record, judged again.</param>
    /// <param name="contracts">The contracts that it may be about; null for those that this suite has scenarios for.</param>
    public static IEnumerable<BundleProblem> Problems(
        RunRecord record, ReadOnlyMemory<byte> journal, Recomputation again, ContractSet? contracts = null)
    {
        if (JournalProblem(record, journal, (contracts ?? KnownContracts.All).Catalogue) is { } problem)
            yield return new(BundleContents.Journal, problem);

        foreach (var each in again.Contradictions)
            yield return new(BundleContents.Record, $"{each.Place}: {each.Problem}");
    }

    private static string? JournalProblem(RunRecord record, ReadOnlyMemory<byte> journal, Catalogue catalogue)
    {
        if (journal.IsEmpty)
            return "is missing or empty";
        try
        {
            var entries = JournalReader.Parse(LinesOf(journal), BundleContents.Journal);
            var folded = RunFolder.Fold(entries, catalogue).InFormOf(record, catalogue);
            return DigestOf(folded) == DigestOf(record) ? null : "folds to another record than run.json";
        }
        catch (UnreadableRecordException e)
        {
            return e.Message;
        }
    }

    // One by one, since a journal may be long.
    private static IEnumerable<string> LinesOf(ReadOnlyMemory<byte> journal)
    {
        for (var left = journal; !left.IsEmpty;)
        {
            var end = left.Span.IndexOf((byte)'\n');
            yield return Encoding.UTF8.GetString(left.Span[..(end < 0 ? left.Length : end)]);
            left = end < 0 ? default : left[(end + 1)..];
        }
    }

    // Two records are compared without either being written as a whole.
    private static string DigestOf(RunRecord record)
    {
        using var digest = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, digest, CryptoStreamMode.Write))
            RunRecordJson.Write(record, stream);

        return Convert.ToHexStringLower(digest.Hash!);
    }
}
