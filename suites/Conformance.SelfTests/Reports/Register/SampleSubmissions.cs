using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Conformance.Record.Journal;
using Conformance.Record.Runs;
using Conformance.Record.Verdicts;
using Conformance.Reports.Register.Submissions;

namespace Conformance.SelfTests.Reports.Register;

/// <summary>Files of submissions: one that a register can take, and what makes others of it.</summary>
internal static class SampleSubmissions
{
    /// <summary>A run that meets the profile of the sample submission.</summary>
    public static RunRecord Conformant { get; } = GatedRuns.Run(Verdict.Pass);

    /// <summary>What the vendor says.</summary>
    public static byte[] Json(Submission? submission = null) =>
        JsonSerializer.SerializeToUtf8Bytes(submission ?? SampleRegister.Submission, JournalFormat.Document);

    /// <summary>The files of a submission, by their names.</summary>
    /// <param name="run">The run that the bundle is about; null for a conformant one.</param>
    /// <param name="key">Signs it; null leaves it unsigned.</param>
    public static async Task<Dictionary<string, byte[]>> Files(RunRecord? run = null, ECDsa? key = null)
    {
        Dictionary<string, byte[]> files = new()
        {
            [Submission.File] = Json(),
            [Submission.Bundle] = await PackedRun.Pack(key, JournalOf(run ?? Conformant)),
        };
        if (key is not null)
            files[Submission.Key] = Encoding.UTF8.GetBytes(key.ExportSubjectPublicKeyInfoPem());

        return files;
    }

    /// <summary>The journal that a made-up run could have written.</summary>
    public static IReadOnlyList<JournalEntry> JournalOf(RunRecord run) =>
        [SoundRuns.At(run.Target) with { LeftOut = run.LeftOut }, .. run.Scenarios, Journals.Ended];
}
